using Initiatives.Api.Features.Orders;
using Initiatives.Api.Features.Shell;
using Initiatives.Domain;
using Confirmation = Initiatives.Reporting.Record.Confirmation;

namespace Initiatives.Api.Features.Confirmations;

/// <summary>What the page of one revision shows.</summary>
public sealed record RevisionView(Frame Frame, InitiativeSubject Subject, Confirmation Revision)
{
    /// <summary>The revision before it, whatever became of that; null for the first.</summary>
    public Confirmation? Before => Subject.Record.Confirmations.LastOrDefault(c => c.Revision < Revision.Revision);

    public Confirmation? After => Subject.Record.Confirmations.FirstOrDefault(c => c.Revision > Revision.Revision);

    /// <summary>Where the reader's browser kept what it could not send of their draft.</summary>
    public string Store => $"{Subject.Cluster.Id}/{Subject.Visit.Me.Id}/confirmation/{Streams.Initiative(Subject.State.Plan, Subject.State.Number)}/";

    public bool Awaits => Subject.Record.Awaiting?.Revision == Revision.Revision;

    public bool IsInForce => Subject.Record.InForce?.Revision == Revision.Revision;

    /// <summary>The forum whose turn it is; null when it awaits none.</summary>
    public Forum? Turn => Awaits ? Subject.Cluster.ApprovalChain.FirstOrDefault(f => !Revision.ApprovedBy.Contains(f.Id)) : null;

    /// <summary>Where it stands, in a sentence.</summary>
    public string Standing(Texts texts) => this switch
    {
        { Turn: { } turn } => texts["Revision.Awaits", turn.Name],
        { IsInForce: true } => texts["Revision.InForce", texts.Say.LongDate(Revision.InForceSince!.Value)],
        { Revision.IsReturned: true } => texts["Revision.Returned"],
        { Revision.InForceSince: { } since } => texts["Revision.WasInForce", texts.Say.LongDate(since)],
        _ => texts["Revision.Overtaken"],
    };
}
