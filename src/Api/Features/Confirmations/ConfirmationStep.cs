namespace Initiatives.Api.Features.Confirmations;

/// <summary>The steps of an order confirmation, in the order they are asked; their numbers stand in addresses as <c>?trin=</c>.</summary>
internal enum ConfirmationStep
{
    Deliverable = 1,
    Economy,
    Time,
    Resources,
    Indicators,
    Involvement,
    Conditions,
    Review,
}

internal static class ConfirmationSteps
{
    public static readonly IReadOnlyList<ConfirmationStep> All = Enum.GetValues<ConfirmationStep>();

    /// <summary>The step that a field stands in; null when it is no field of a confirmation.</summary>
    public static ConfirmationStep? Of(string field) => field[..(field.IndexOfAny(['.', '[']) is var end and >= 0 ? end : field.Length)] switch
    {
        "deliverable" => ConfirmationStep.Deliverable,
        "frame" => ConfirmationStep.Economy,
        "start" or "end" or "milestones" => ConfirmationStep.Time,
        "resources" => ConfirmationStep.Resources,
        "indicators" => ConfirmationStep.Indicators,
        "patientInvolvement" => ConfirmationStep.Involvement,
        "assumptions" or "supplierReservations" => ConfirmationStep.Conditions,
        "reason" => ConfirmationStep.Review,
        _ => null,
    };

    public static ConfirmationStep At(int? number) => number is { } asked && Enum.IsDefined((ConfirmationStep)asked) ? (ConfirmationStep)asked : ConfirmationStep.Deliverable;
}
