using Initiatives.Api.Features.Orders;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Domain;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Confirmations;

/// <summary>What one step of an order confirmation shows.</summary>
/// <param name="Step">Counted from 1.</param>
/// <param name="Steps">With what is done in each, and what must be mended once that has been asked.</param>
/// <param name="Terms">As they stand in the form: the last step shows them whole.</param>
/// <param name="Mending">What keeps it from being submitted, by step; empty before that has been asked.</param>
public sealed record ConfirmationFormView(
    Form Form,
    ConfirmationSubject Subject,
    int Step,
    IReadOnlyList<Step> Steps,
    DeliveryTerms Terms,
    IReadOnlyList<ToMend> Mending)
{
    public Frame Frame => Form.Frame;

    public InitiativeSubject Of => Subject.Of;

    /// <summary>The forum that sent the last revision back; null when none did.</summary>
    public Told<InitiativeEvent>? Returned => Subject.Before?.Outcomes.LastOrDefault(o => o.Fact is ConfirmationReturned);

    /// <summary>The forum that reads it first.</summary>
    public Forum? Reader => Of.Cluster.ApprovalChain.FirstOrDefault();
}

/// <param name="Step">Counted from 1; null when no field can mend it.</param>
public sealed record ToMend(int? Step, string? Field, string Text);
