using Initiatives.Api.Features.Drafts;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Statuses;

/// <summary>What a draft of a status may hold. It is nobody's judgement yet, so little is asked of it; but no patient's number is kept, here either.</summary>
internal static class StatusDrafts
{
    // Three printed pages in each of the form's texts, and a reading of every indicator that terms can have.
    private const int LongestField = 20_000;
    private const int MostFields = 300;

    public static DraftKey Key(string cluster, string person, string plan, int number) => Key(cluster, person, plan, number, corrects: null);

    /// <param name="corrects">The number of the status that it corrects; null for a new one.</param>
    public static DraftKey Key(string cluster, string person, string plan, int number, int? corrects) =>
        new(cluster, person, corrects is { } status ? FormattableString.Invariant($"correction-of-{status}") : "status", Streams.Initiative(plan, number));

    /// <summary>Why it cannot be kept; empty when it can.</summary>
    public static IReadOnlyList<Refusal> Refuse(IReadOnlyDictionary<string, string> fields)
    {
        var refusals = new List<Refusal>();
        if (fields.Count > MostFields) return [InitiativeRefusals.ListTooLong("fields", MostFields)];
        foreach (var (name, text) in fields)
        {
            if (!StatusFields.Knows(name)) refusals.Add(Unknown(name));
            else if (text.Length > LongestField) refusals.Add(InitiativeRefusals.TextTooLong(name, LongestField));
            else if (CprGuard.FindsIn(text)) refusals.Add(InitiativeRefusals.CprInText(name));
        }
        return refusals;
    }

    private static Refusal Unknown(string name) => new(
        "draft-field-unknown", $"En status har intet felt »{name}«.", $"A status has no field \"{name}\".", name);
}
