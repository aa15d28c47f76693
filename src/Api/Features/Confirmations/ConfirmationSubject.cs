using System.Globalization;
using Initiatives.Api.Features.Drafts;
using Initiatives.Api.Features.Orders;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Domain;
using Confirmation = Initiatives.Reporting.Record.Confirmation;

namespace Initiatives.Api.Features.Confirmations;

/// <summary>The initiative that is confirmed, with what this person has begun to write.</summary>
public sealed record ConfirmationSubject(InitiativeSubject Of, Draft? Draft)
{
    public Initiative State => Of.State;

    public string Path => $"{Of.Path}/ordrebekraeftelse";

    /// <summary>The number that this one gets when it is submitted.</summary>
    public int Revision => State.Revision + 1;

    /// <summary>The revision before it, whatever became of that; null for the first.</summary>
    public Confirmation? Before => Of.Record.Confirmations.Count > 0 ? Of.Record.Confirmations[^1] : null;

    /// <summary>Submitted by anybody after the draft was saved: its writer should know before sending it.</summary>
    public bool IsOvertaken => Draft is { } draft && Before is { } before && before.Submitted.At > draft.Saved;

    /// <summary>Why none can be submitted now, whatever it says; null when one can.</summary>
    public Refusal? Closed => State switch
    {
        { HasEnded: true } => InitiativeRefusals.HasEnded(State.Ending?.Kind),
        { Ownership: null } => InitiativeRefusals.NotAnchored(),
        { Phase: Phase.Delivered } => InitiativeRefusals.IsDelivered(),
        _ => null,
    };

    /// <summary>What was begun, or the terms of the revision before, or nothing yet.</summary>
    public Fields Fields() => Draft is { } draft ? Shell.Forms.Fields.Of(draft.Fields) : ConfirmationFields.Of(Before?.Terms ?? DeliveryTerms.NotStated);

    /// <summary>Which text of this person's the service has: the draft, or what was submitted last. See autosave.js.</summary>
    public string Newest => (Draft?.Saved ?? Before?.Submitted.At) is { } at ? at.UtcTicks.ToString(CultureInfo.InvariantCulture) : "";

    /// <summary>Under which name a browser keeps what could not be sent; each step has its own below it.</summary>
    internal string Store => $"{DraftKey.Cluster}/{DraftKey.Person}/{DraftKey.Kind}/{DraftKey.Subject}/";

    /// <summary>"Gemt kl. 10.42"; null before anything was.</summary>
    public string? Kept(Texts texts) => Draft is not { } draft ? null
        : texts["Autosave.Saved", texts.Say.Clock(TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(draft.Saved, TimeZoneInfo.FindSystemTimeZoneById(Of.Cluster.TimeZone)).DateTime))];

    internal DraftKey DraftKey => ConfirmationDrafts.Key(Of.Cluster.Id, Of.Visit.Me.Id, State.Plan, State.Number);
}

/// <summary>Finds what a confirmation is about.</summary>
internal sealed class ConfirmationSubjects(InitiativeSubjects initiatives, Drafts.Drafts drafts)
{
    /// <returns>Null when the plan in hand has no such initiative.</returns>
    public async Task<ConfirmationSubject?> FindAsync(PageVisit visit, int number, CancellationToken cancellation)
    {
        if (await initiatives.FindAsync(visit, number, cancellation) is not { } found) return null;
        var subject = new ConfirmationSubject(found, null);
        return subject with { Draft = await drafts.ReadAsync(subject.DraftKey, cancellation) };
    }
}
