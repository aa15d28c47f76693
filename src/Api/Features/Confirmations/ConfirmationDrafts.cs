using Initiatives.Api.Features.Drafts;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Confirmations;

/// <summary>What a draft of an order confirmation may hold. It promises nothing yet, so little is asked of it; but no patient's number is kept, here either.</summary>
internal static class ConfirmationDrafts
{
    // Three printed pages in each of the texts, and full lists of indicators, milestones and shares.
    private const int LongestField = 20_000;
    private const int MostFields = 2_000;

    public static DraftKey Key(string cluster, string person, string plan, int number) => new(cluster, person, "confirmation", Streams.Initiative(plan, number));

    /// <summary>Why it cannot be kept; empty when it can.</summary>
    public static IReadOnlyList<Refusal> Refuse(IReadOnlyDictionary<string, string> fields)
    {
        if (fields.Count > MostFields) return [InitiativeRefusals.ListTooLong("fields", MostFields)];
        return
        [
            .. fields.Select(f =>
                ConfirmationSteps.Of(f.Key) is null ? Unknown(f.Key)
                : f.Value.Length > LongestField ? InitiativeRefusals.TextTooLong(f.Key, LongestField)
                : CprGuard.FindsIn(f.Value) ? InitiativeRefusals.CprInText(f.Key)
                : null).OfType<Refusal>(),
        ];
    }

    private static Refusal Unknown(string name) => new(
        "draft-field-unknown", $"En ordrebekræftelse har intet felt »{name}«.", $"An order confirmation has no field \"{name}\".", name);
}
