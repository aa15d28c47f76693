using Initiatives.Domain;

namespace Initiatives.Reporting.Record;

/// <summary>
/// Each fact about an initiative as one sentence, in Danish and English: the history on its page, its sheet and the log.
/// What a person wrote is quoted where it is shown, never put in our words. Long because it follows InitiativeEvent.cs line by line.
/// </summary>
public static class Story
{
    /// <param name="name">Shows an id of a person, organisation or forum as a name.</param>
    /// <param name="language"><c>en</c>, otherwise Danish.</param>
    public static string Tell(InitiativeEvent fact, Func<string, string> name, string language)
    {
        var (danish, english) = Sentence(fact, name);
        return language == "en" ? english : danish;
    }

    /// <summary>What the person who told it wrote, to be quoted under the sentence; null when nothing was written.</summary>
    public static string? Quote(InitiativeEvent fact) => fact switch
    {
        InitiativeOrdered e => e.Order,
        OrderRemarkAdded e => e.Text,
        OrderReservationAdded e => e.Text,
        SpecialAttentionAsked e => e.Reason,
        SpecialAttentionEnded e => e.Reason,
        InterestStated e => e.Note,
        ConfirmationSubmitted e => e.Reason,
        ConfirmationApproved e => Lines([.. e.Reservations.Select(r => r.Text), .. e.Remarks]),
        ConfirmationReturned e => e.Reasons,
        ReservationFulfilled e => e.Note,
        StatusReported e => e.Content.Progress,
        PatientInvolvementCommented e => e.Comment,
        DeviationTrackChosen e => e.Reason,
        RemedyAgreed e => e.What,
        RemedyDueMoved e => e.Reason,
        RemedyDone e => e.Effect,
        RemedyDropped e => e.Reason,
        EscalationRaised e => Lines([e.Question, e.Recommendation]),
        EscalationForwarded e => e.Reason,
        EscalationDecided e => e.Decision,
        DeviationClosed e => e.Text,
        InitiativePaused e => e.Reason,
        InitiativeResumed e => e.Note,
        InitiativeWithdrawn e => e.Reason,
        DeliveryClaimed e => e.Claim,
        DeliveryRejected e => e.Reasons,
        ClosingApproved e => e.Decision,
        InitiativeClosed e => Lines([e.Decision, e.LessonsLearned ?? ""]),
        InitiativeRenamed e => e.Reason,
        InitiativeMerged e => e.Reason,
        InitiativeAbsorbed e => e.Reason,
        InitiativeSplit e => e.Reason,
        InitiativeCarriedOver e => e.Reason,
        _ => null,
    };

    private static (string Danish, string English) Sentence(InitiativeEvent fact, Func<string, string> name) => fact switch
    {
        InitiativeOrdered e => ($"Indsatsen blev bestilt: {e.Title}", $"The initiative was ordered: {e.Title}"),
        OrderRemarkAdded e => ($"{name(e.Forum)} knyttede en bemærkning til bestillingen", $"{name(e.Forum)} added a remark to the order"),
        OrderReservationAdded e => ($"{name(e.Forum)} tog et forbehold ved bestillingen", $"{name(e.Forum)} made a reservation on the order"),
        SpecialAttentionAsked => ("Indsatsen kom under særlig bevågenhed", "The initiative came under special attention"),
        SpecialAttentionEnded => ("Den særlige bevågenhed ophørte", "The special attention ended"),
        InterestStated { Interest: Interest.Ownership } e => ($"{name(e.Organisation)} ønskede ejerskab", $"{name(e.Organisation)} wanted ownership"),
        InterestStated e => ($"{name(e.Organisation)} ønskede at deltage", $"{name(e.Organisation)} wanted to take part"),
        InterestWithdrawn e => ($"{name(e.Organisation)} trak sit ønske tilbage", $"{name(e.Organisation)} withdrew its interest"),
        OwnershipAssigned e => ($"{name(e.Organisation)} fik ejerskabet", $"{name(e.Organisation)} was given ownership"),
        ConfirmationSubmitted e => ($"Ordrebekræftelse, revision {e.Revision}, blev afgivet", $"Order confirmation, revision {e.Revision}, was submitted"),
        ConfirmationApproved { Reservations.Count: > 0 } e => ($"{name(e.Forum)} godkendte revision {e.Revision} med forbehold", $"{name(e.Forum)} approved revision {e.Revision} with reservations"),
        ConfirmationApproved { Remarks.Count: > 0 } e => ($"{name(e.Forum)} godkendte revision {e.Revision} med bemærkninger", $"{name(e.Forum)} approved revision {e.Revision} with remarks"),
        ConfirmationApproved e => ($"{name(e.Forum)} godkendte revision {e.Revision}", $"{name(e.Forum)} approved revision {e.Revision}"),
        ConfirmationReturned e => ($"{name(e.Forum)} sendte revision {e.Revision} tilbage", $"{name(e.Forum)} returned revision {e.Revision}"),
        ConfirmationPostponed e => ($"{name(e.Forum)} udsatte revision {e.Revision} til et senere møde", $"{name(e.Forum)} postponed revision {e.Revision} to a later meeting"),
        TermsTookForce e => ($"Leveringsbetingelserne i revision {e.Revision} trådte i kraft", $"The delivery terms of revision {e.Revision} took force"),
        ReservationFulfilled e => ($"Forbehold {e.Reservation} blev opfyldt", $"Reservation {e.Reservation} was fulfilled"),
        InitiativeStarted => ("Indsatsen gik i gang", "The initiative started"),
        WorkingGroupChanged => ("Arbejdsgruppen blev ændret", "The working group changed"),
        StatusReported { Corrects: { } corrected } e => ($"Status {e.Status} rettede status {corrected}: {Light(e.Content.Light).Danish}", $"Status {e.Status} corrected status {corrected}: {Light(e.Content.Light).English}"),
        StatusReported e => ($"Status {e.Status}: {Light(e.Content.Light).Danish}{(e.Late ? ", efter frist" : "")}", $"Status {e.Status}: {Light(e.Content.Light).English}{(e.Late ? ", after the deadline" : "")}"),
        StatusReconfirmed e => ($"Status {e.Status}: uændret, gælder stadig{(e.Late ? ", efter frist" : "")}", $"Status {e.Status}: unchanged, still valid{(e.Late ? ", after the deadline" : "")}"),
        PatientInvolvementCommented => ("Patientrepræsentanterne kommenterede patientinddragelsen", "The patient representatives commented on patient involvement"),
        DeviationOpened e => ($"Afvigelse {e.Deviation} blev åbnet ({Light(e.Light).Danish})", $"Deviation {e.Deviation} was opened ({Light(e.Light).English})"),
        DeviationWorsened e => ($"Afvigelse {e.Deviation} blev forværret til {Light(e.To).Danish}", $"Deviation {e.Deviation} worsened to {Light(e.To).English}"),
        DeviationEased e => ($"Afvigelse {e.Deviation} blev bedret til {Light(e.To).Danish}", $"Deviation {e.Deviation} eased to {Light(e.To).English}"),
        DeviationTrackChosen e => ($"{name(e.Forum)} valgte spor for afvigelse {e.Deviation}: {Track(e.Track).Danish}", $"{name(e.Forum)} chose a track for deviation {e.Deviation}: {Track(e.Track).English}"),
        RemedyAgreed e => ($"{name(e.Forum)} aftalte afhjælpning {e.Remedy} med {name(e.Who)}, frist {Danish.Date(e.Due)}", $"{name(e.Forum)} agreed remedy {e.Remedy} with {name(e.Who)}, due {English.Date(e.Due)}"),
        RemedyDueMoved e => ($"{name(e.Forum)} flyttede fristen for afhjælpning {e.Remedy} til {Danish.Date(e.Due)}", $"{name(e.Forum)} moved the due day of remedy {e.Remedy} to {English.Date(e.Due)}"),
        RemedyDone e => ($"Afhjælpning {e.Remedy} blev gennemført", $"Remedy {e.Remedy} was done"),
        RemedyDropped e => ($"{name(e.Forum)} opgav afhjælpning {e.Remedy}", $"{name(e.Forum)} dropped remedy {e.Remedy}"),
        EscalationRaised e => ($"{name(e.From)} eskalerede afvigelse {e.Deviation} til {name(e.To)}", $"{name(e.From)} escalated deviation {e.Deviation} to {name(e.To)}"),
        EscalationForwarded e => ($"{name(e.From)} sendte eskaleringen videre til {name(e.To)}", $"{name(e.From)} forwarded the escalation to {name(e.To)}"),
        EscalationDecided e => ($"{name(e.Forum)} besvarede eskaleringen: {Answer(e.Answer).Danish}", $"{name(e.Forum)} answered the escalation: {Answer(e.Answer).English}"),
        EscalationAnswerNoted e => ($"{name(e.Forum)} tog svaret til efterretning", $"{name(e.Forum)} took note of the answer"),
        DeviationClosed { Closing: DeviationClosing.EffectConfirmed } e => ($"{name(e.Forum)} bekræftede effekten og lukkede afvigelse {e.Deviation}", $"{name(e.Forum)} confirmed the effect and closed deviation {e.Deviation}"),
        DeviationClosed { Closing: DeviationClosing.AcceptedByReplan } e => ($"Afvigelse {e.Deviation} blev accepteret ved omplanlægning", $"Deviation {e.Deviation} was accepted through a re-plan"),
        DeviationClosed e => ($"Afvigelse {e.Deviation} ophørte med indsatsen", $"Deviation {e.Deviation} ended with the initiative"),
        InitiativePaused => ("Indsatsen blev sat på pause", "The initiative was paused"),
        InitiativeResumed => ("Indsatsen blev genoptaget", "The initiative was resumed"),
        InitiativeWithdrawn e => ($"{name(e.Forum)} lod indsatsen udgå", $"{name(e.Forum)} withdrew the initiative"),
        DeliveryClaimed => ("Projektejeren meldte indsatsen leveret", "The owner claimed delivery"),
        DeliveryRejected e => ($"{name(e.Forum)} godtog ikke leverancen", $"{name(e.Forum)} did not accept the delivery"),
        ClosingApproved e => ($"{name(e.Forum)} godkendte afslutningen", $"{name(e.Forum)} approved the closing"),
        InitiativeClosed => ("Indsatsen blev afsluttet", "The initiative was closed"),
        InitiativeRenamed e => ($"Indsatsen skiftede navn fra »{e.From}« til »{e.To}«", $"The initiative was renamed from “{e.From}” to “{e.To}”"),
        InitiativeMerged e => ($"Indsatsen blev lagt sammen med indsats {e.Into}", $"The initiative was merged into initiative {e.Into}"),
        InitiativeAbsorbed e => ($"Indsats {e.From}, »{e.Title}«, blev lagt ind i denne", $"Initiative {e.From}, “{e.Title}”, was merged into this one"),
        InitiativeCarriedOver e => ($"{name(e.Forum)} førte indsatsen videre som indsats {e.Number} i den næste handleplan", $"{name(e.Forum)} carried the initiative over as initiative {e.Number} of the next action plan"),
        InitiativeSplit e => ($"Indsatsen blev delt i indsats {string.Join(" og ", e.Into)}", $"The initiative was split into initiatives {string.Join(" and ", e.Into)}"),
        InitiativePlaced => ("Indsatsområde eller partnere blev ændret", "Focus area or partners changed"),
        _ => throw new InvalidOperationException($"{fact.GetType().Name} has no sentence."),
    };

    /// <summary>The light as a word within a sentence.</summary>
    public static (string Danish, string English) Light(TrafficLight light) => light switch
    {
        TrafficLight.Green => ("grøn", "green"),
        TrafficLight.Yellow => ("gul", "yellow"),
        _ => ("rød", "red"),
    };

    /// <summary>The three tracks of deviation management.</summary>
    public static (string Danish, string English) Track(DeviationTrack track) => track switch
    {
        DeviationTrack.BackToPlan => ("tilbage til planen", "back to plan"),
        DeviationTrack.Replan => ("omplanlægning", "re-plan"),
        _ => ("luk indsatsen", "close the initiative"),
    };

    /// <summary>What a deciding forum can answer.</summary>
    public static (string Danish, string English) Answer(EscalationAnswer answer) => answer switch
    {
        EscalationAnswer.Direction => ("retning", "direction"),
        EscalationAnswer.Money => ("økonomi", "money"),
        EscalationAnswer.Replan => ("omplanlægning", "re-plan"),
        EscalationAnswer.CloseInitiative => ("luk indsatsen", "close the initiative"),
        _ => ("sendt tilbage", "sent back"),
    };

    private static string? Lines(IReadOnlyList<string> texts)
    {
        var said = texts.Where(t => t.Length > 0).ToList();
        return said.Count == 0 ? null : string.Join("\n", said);
    }
}
