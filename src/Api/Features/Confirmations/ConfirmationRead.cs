using Initiatives.Api.Features.Orders;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Confirmations;

/// <summary>What was read from the fields of a confirmation.</summary>
/// <param name="Faults">What could not be read, or was not chosen; the terms then hold something in its place and are not sent.</param>
internal sealed record ConfirmationRead(DeliveryTerms Terms, string? Reason, IReadOnlyList<Refusal> Faults, Fields Fields)
{
    public SubmitConfirmation Command(Initiative initiative) => new(initiative.Revision + 1, Terms, Reason);

    /// <summary>Everything that keeps it from being submitted, each at its field.</summary>
    public IReadOnlyList<Refusal> Refusals(InitiativeSubject subject)
    {
        var told = Faults.Select(f => f.Field).ToHashSet();
        // Shares that cannot be read do not add up either: said once.
        if (told.Any(f => f?.StartsWith(ConfirmationFields.Shares, StringComparison.Ordinal) == true)) told.Add(ConfirmationFields.Amount);
        return
        [
            .. Faults,
            .. Command(subject.State).Decide(subject.State, subject.Setting).Refusals
                .Select(r => r.Field is { } field ? r with { Field = Place(field) } : r)
                .Where(r => r.Field is null || !told.Contains(r.Field)),
        ];
    }

    /// <summary>The field of the form that a refusal of the domain is about.</summary>
    private string? Place(string path) => path switch
    {
        "frame" or "frame.currency" or "frame.shares" => ConfirmationFields.Amount,
        "patientInvolvement" => ConfirmationFields.InvolvementRelevant,
        ConfirmationFields.Resources => $"{FieldRows.Row(path, 0)}.organisation",
        ConfirmationFields.Indicators => $"{FieldRows.Row(path, 0)}.name",
        "revision" => null,
        _ when path.StartsWith(ConfirmationFields.Indicators, StringComparison.Ordinal) && path.EndsWith("].id", StringComparison.Ordinal) =>
            FieldRows.Place(Fields, path[..^"id".Length] + "name"),
        _ => FieldRows.Place(Fields, path),
    };
}
