using Initiatives.Domain;

namespace Initiatives.Reporting.Record;

/// <summary>
/// One initiative as the board and every list shows it: small, and kept beside the stream by each append. Holds what
/// was agreed and said; which colour that makes on a given day is asked of <see cref="Board"/>, in one place.
/// </summary>
public sealed record InitiativeCard(
    string Plan,
    int Number,
    string Title,
    string FocusArea,
    IReadOnlyList<string> Partners,
    string? OwnerOrganisation,
    string? Owner,
    string? ProjectLead,
    string? Attention,
    LightTrack Track,
    TermsSummary? First,
    TermsSummary? InForce,
    TermsSummary? Submitted,
    IReadOnlyList<string> ApprovedBy,
    Forecast? Forecast,
    int Replans,
    IReadOnlyList<OpenDeviation> OpenDeviations,
    int OpenReservations)
{
    public static InitiativeCard Empty { get; } =
        new("", 0, "", "", [], null, null, null, null, LightTrack.Empty, null, null, null, [], null, 0, [], 0);

    /// <summary>The card after one more fact.</summary>
    public static InitiativeCard Evolve(InitiativeCard card, InitiativeEvent @event, Stamp stamp)
    {
        card = card with { Track = LightTrack.Evolve(card.Track, @event, stamp.On) };
        return @event switch
        {
            InitiativeOrdered e => card with { Plan = e.Plan, Number = e.Number, Title = e.Title, FocusArea = e.FocusArea, Partners = e.Partners },
            InitiativeRenamed e => card with { Title = e.To },
            InitiativePlaced e => card with { FocusArea = e.FocusArea, Partners = e.Partners },
            SpecialAttentionAsked e => card with { Attention = e.Reason },
            SpecialAttentionEnded => card with { Attention = null },
            OwnershipAssigned e => card with { OwnerOrganisation = e.Organisation, Owner = e.Owner, ProjectLead = e.ProjectLead },
            ConfirmationSubmitted e => card with { Submitted = TermsSummary.Of(e.Revision, e.Terms), ApprovedBy = [] },
            ConfirmationApproved e => card with { ApprovedBy = [.. card.ApprovedBy, e.Forum], OpenReservations = card.OpenReservations + e.Reservations.Count },
            ConfirmationReturned => card with { Submitted = null, ApprovedBy = [] },
            OrderReservationAdded => card with { OpenReservations = card.OpenReservations + 1 },
            ReservationFulfilled => card with { OpenReservations = card.OpenReservations - 1 },
            TermsTookForce e => card with
            {
                First = card.First ?? card.Submitted,
                InForce = card.Submitted,
                Submitted = null,
                ApprovedBy = [],
                Replans = card.First is null ? 0 : card.Replans + 1,
            },
            StatusReported e => card with { Forecast = e.Content.Forecast },
            DeviationOpened e => card with { OpenDeviations = [.. card.OpenDeviations, OpenDeviation.Opened(e, stamp.On)] },
            DeviationClosed e => card with { OpenDeviations = [.. card.OpenDeviations.Where(d => d.Deviation != e.Deviation)] },
            _ => card with { OpenDeviations = [.. card.OpenDeviations.Select(d => d.After(@event))] },
        };
    }
}

/// <summary>What the terms say about money and time, for comparing first approved, in force and forecast.</summary>
/// <param name="Cost">DKK.</param>
public sealed record TermsSummary(int Revision, DateOnly? Start, DateOnly? End, decimal? Cost)
{
    public static TermsSummary Of(int revision, DeliveryTerms terms) => new(revision, terms.Start, terms.End, terms.Frame?.Amount);
}

/// <param name="Since">The day of the first status that was not green.</param>
/// <param name="AtForum">The forum whose turn it is because of an escalation; null when it is the managing forum's.</param>
/// <param name="Answered">An escalation has been decided and the managing forum has not noted the answer yet.</param>
public sealed record OpenDeviation(
    int Deviation,
    DateOnly Since,
    TrafficLight Light,
    DeviationTrack? Track,
    IReadOnlyList<OpenRemedy> Remedies,
    int? Escalation,
    string? AtForum,
    bool Answered)
{
    internal static OpenDeviation Opened(DeviationOpened e, DateOnly on) => new(e.Deviation, on, e.Light, null, [], null, null, false);

    internal OpenDeviation After(InitiativeEvent @event) => @event switch
    {
        DeviationWorsened e when e.Deviation == Deviation => this with { Light = e.To },
        DeviationEased e when e.Deviation == Deviation => this with { Light = e.To },
        DeviationTrackChosen e when e.Deviation == Deviation => this with { Track = e.Track },
        RemedyAgreed e when e.Deviation == Deviation => this with { Remedies = [.. Remedies, new OpenRemedy(e.Remedy, e.Due)] },
        RemedyDueMoved e => this with { Remedies = [.. Remedies.Select(r => r.Remedy == e.Remedy ? r with { Due = e.Due } : r)] },
        RemedyDone e => this with { Remedies = [.. Remedies.Where(r => r.Remedy != e.Remedy)] },
        RemedyDropped e => this with { Remedies = [.. Remedies.Where(r => r.Remedy != e.Remedy)] },
        EscalationRaised e when e.Deviation == Deviation => this with { Escalation = e.Escalation, AtForum = e.To, Answered = false },
        EscalationForwarded e when e.Escalation == Escalation => this with { AtForum = e.To },
        EscalationDecided e when e.Escalation == Escalation => this with { AtForum = null, Answered = true },
        EscalationAnswerNoted e when e.Escalation == Escalation => this with { Answered = false },
        _ => this,
    };
}

public sealed record OpenRemedy(int Remedy, DateOnly Due);
