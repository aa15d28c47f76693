using System.Globalization;
using Initiatives.Domain;

namespace Initiatives.Reporting.Record;

/// <summary>Facts that are about no single initiative, each as one sentence: the plan's, the cluster's, the calendar's and the archive's.</summary>
public static class ClusterStory
{
    private const string DayInId = "yyyy-MM-dd";

    /// <param name="name">Shows an id of a person, organisation or forum as a name.</param>
    /// <param name="language"><c>en</c>, otherwise Danish.</param>
    /// <exception cref="InvalidOperationException">The fact has no sentence; a test holds that every one has.</exception>
    public static string Tell(object fact, Func<string, string> name, string language)
    {
        if (fact is InitiativeEvent about) return Story.Tell(about, name, language);
        var (danish, english) = Sentence(fact, name);
        return language == "en" ? english : danish;
    }

    /// <summary>The reason or the words that were given with it; null when there were none.</summary>
    public static string? Quote(object fact) => fact switch
    {
        InitiativeEvent e => Story.Quote(e),
        PlanRevised e => e.Reason,
        PlanApproved { Remarks.Count: > 0 } e => string.Join('\n', e.Remarks),
        PlanReservationFulfilled e => e.Note,
        InitiativeNotCarried e => e.Reason,
        PlanLessonsRecorded e => e.Lessons,
        PlanClosed e => e.Decision,
        WheelPointSet e => e.Point.Recommendation,
        MeetingMoved e => e.Reason,
        MeetingCancelled e => e.Reason,
        EditionIssued e => e.Why,
        AgendaItemReworded e => e.Recommendation,
        AgendaItemAdded e => e.Item.Heading,
        AgendaItemMoved e => e.Reason,
        AgendaItemReceived e => e.Item.Heading,
        AgendaItemTakenOff e => e.Reason,
        AgendaOutcomeRecorded { Text: { } words } => words,
        AgendaOutcomeRecorded e => e.Item.Heading,
        MinutesItemWritten e => e.Text,
        ProcedureStarted e => e.Item.Recommendation,
        ProcedureAnswered e => e.Text,
        ProcedureExtended e => e.Reason,
        ProcedureWithdrawn e => e.Reason,
        ProcedureConcluded e => e.Text ?? e.EarlyBecause,
        _ => null,
    };

    private static (string Danish, string English) Sentence(object fact, Func<string, string> name) => fact switch
    {
        PlanDrawnUp e => ($"Handleplanen blev udarbejdet: {e.Title}", $"The action plan was drawn up: {e.Title}"),
        PlanRevised => ("Handleplanen blev ændret", "The action plan was revised"),
        InitiativeListed e => ($"Indsats {e.Number} kom på handleplanen", $"Initiative {e.Number} was put on the plan"),
        PlanApproved e => ($"{name(e.Forum)} godkendte handleplanen", $"{name(e.Forum)} approved the action plan"),
        PlanReservationFulfilled e => ($"Handleplanens forbehold {e.Reservation} blev opfyldt", $"The plan's reservation {e.Reservation} was fulfilled"),
        InitiativeNotCarried e => ($"Kom ikke med på handleplanen: {e.Title}", $"Not carried on the plan: {e.Title}"),
        PlanLessonsRecorded e => ($"{name(e.Forum)} skrev ned, hvad handleplanen har lært klyngen", $"{name(e.Forum)} wrote down what was learned from the action plan"),
        PlanClosed e => ($"{name(e.Forum)} afsluttede handleplanen", $"{name(e.Forum)} closed the action plan"),
        ClusterRegistered e => ($"Klyngen blev oprettet: {e.Name}", $"The cluster was registered: {e.Name}"),
        ClusterRenamed e => ($"Klyngen fik navnet {e.Name}", $"The cluster was named {e.Name}"),
        OrganisationRecorded e => ($"Organisationen {e.Name} blev skrevet op", $"The organisation {e.Name} was recorded"),
        ForumConfigured e => ($"Forummet {e.Name} og dets opgaver blev sat op", $"The forum {e.Name} and its duties were configured"),
        ForumsOrdered e => ($"Fora fik en anden rækkefølge: {string.Join(", ", e.Forums.Select(name))}", $"The forums were put in another order: {string.Join(", ", e.Forums.Select(name))}"),
        RhythmSet e => ($"Runder og pakker før møder i {name(e.Forum)} blev sat op", $"Rounds and packs before meetings of {name(e.Forum)} were set"),
        DistributionSet e => ($"Modtagere af referater fra {name(e.MinutesOf)} blev sat op", $"Who gets the minutes of {name(e.MinutesOf)} was set"),
        TolerancesSet => ("Grænserne for foreslået lys blev sat", "The tolerances for the suggested light were set"),
        WheelPointSet e => ($"Punktet »{e.Point.Title}« blev sat på {name(e.Point.Forum)}s årshjul", $"The point “{e.Point.Title}” was set on {name(e.Point.Forum)}'s yearly wheel"),
        WheelPointRemoved e => ($"Punktet »{e.Title}« blev taget af årshjulet", $"The point “{e.Title}” was taken off the yearly wheel"),
        NationalReadingSet { Allowed: true } => ("Nationale læsere fik adgang til at læse", "National readers were let in to read"),
        NationalReadingSet => ("Nationale læseres adgang blev lukket", "National readers' access was closed"),
        MeetingScheduled e => ($"{Meeting(e, name).Danish} blev indkaldt", $"{Meeting(e, name).English} was called"),
        MeetingMoved e => ($"{Meeting(e, name).Danish} blev flyttet til {Danish.Date(e.To)}", $"{Meeting(e, name).English} was moved to {English.Date(e.To)}"),
        MeetingArranged e => ($"Tid eller sted for {Meeting(e, name).Danish} blev ændret", $"Hour or place of {Meeting(e, name).English} was changed"),
        MeetingCancelled e => ($"{Meeting(e, name).Danish} blev aflyst{(e.WrittenStatusInstead ? "; der sendes en skriftlig status i stedet" : "")}", $"{Meeting(e, name).English} was cancelled{(e.WrittenStatusInstead ? "; a written status is sent instead" : "")}"),
        RoundOpened e => ($"Statusrunden før {Meeting(e, name).Danish} åbnede, frist {Danish.Date(e.Due)}", $"The reporting round before {Meeting(e, name).English} opened, due {English.Date(e.Due)}"),
        RoundClosed e => ($"Statusrunden før {Meeting(e, name).Danish} lukkede; {e.Missing.Count} manglede", $"The reporting round before {Meeting(e, name).English} closed; {e.Missing.Count} {(e.Missing.Count == 1 ? "was" : "were")} missing"),
        EditionIssued e => ($"Udgave {e.Edition} af {PackNames.Of(e.Kind).Danish} til {name(e.Forum)} blev udgivet", $"Edition {e.Edition} of {PackNames.Of(e.Kind).English} for {name(e.Forum)} was issued"),
        ProcedureStarted e => ($"{name(e.Forum)} blev spurgt skriftligt, frist {Danish.Date(e.Deadline)}: {e.Item.Heading}", $"{name(e.Forum)} was asked in writing, due {English.Date(e.Deadline)}: {e.Item.Heading}"),
        ProcedureAnswered e => ($"{name(e.Person)} svarede på en skriftlig godkendelse: {Stance(e.Stance).Danish}", $"{name(e.Person)} answered a written procedure: {Stance(e.Stance).English}"),
        ProcedureExtended e => ($"Fristen for en skriftlig godkendelse blev {Danish.Date(e.Deadline)}", $"The deadline of a written procedure became {English.Date(e.Deadline)}"),
        ProcedureWithdrawn => ("En skriftlig godkendelse blev trukket tilbage", "A written procedure was withdrawn"),
        ProcedureConcluded e => ($"En skriftlig godkendelse blev afsluttet{(e.EarlyBecause is null ? "" : " før fristen")}", $"A written procedure was concluded{(e.EarlyBecause is null ? "" : " before its deadline")}"),
        AgendaEvent e => OfAgenda(e, Meeting(e.Meeting, name), name),
        _ => throw new InvalidOperationException($"{fact.GetType().Name} has no sentence."),
    };

    /// <summary>What a member says to a recommendation, within a sentence.</summary>
    public static (string Danish, string English) Stance(ProcedureStance stance) => stance switch
    {
        ProcedureStance.Agrees => ("tilslutning", "agrees"),
        ProcedureStance.AgreesWithRemarks => ("tilslutning med bemærkninger", "agrees with remarks"),
        _ => ("kan ikke tilslutte sig", "does not agree"),
    };

    private static (string Danish, string English) OfAgenda(AgendaEvent fact, (string Danish, string English) meeting, Func<string, string> name) => fact switch
    {
        AgendaItemReworded => ($"En indstilling på dagsordenen for {meeting.Danish} fik en anden ordlyd", $"A recommendation on the agenda of {meeting.English} was reworded"),
        AgendaItemAdded => ($"Et punkt kom på dagsordenen for {meeting.Danish}", $"An item was put on the agenda of {meeting.English}"),
        AgendaOrdered => ($"Dagsordenen for {meeting.Danish} fik en anden rækkefølge", $"The agenda of {meeting.English} was put in another order"),
        AgendaItemMoved e => ($"Et punkt blev flyttet fra {meeting.Danish} til {Meeting(e.To, name).Danish}", $"An item was moved from {meeting.English} to {Meeting(e.To, name).English}"),
        AgendaItemReceived e => ($"{meeting.Danish} fik et punkt fra {Meeting(e.From, name).Danish}", $"{meeting.English} got an item from {Meeting(e.From, name).English}"),
        AgendaItemTakenOff => ($"Et punkt blev taget af dagsordenen for {meeting.Danish}", $"An item was taken off the agenda of {meeting.English}"),
        AgendaItemPutBack => ($"Et punkt kom på dagsordenen for {meeting.Danish} igen", $"An item was put back on the agenda of {meeting.English}"),
        AgendaOutcomeRecorded => ($"Udfaldet af et punkt på {meeting.Danish} blev skrevet ind", $"The outcome of an item at {meeting.English} was recorded"),
        MinutesItemWritten => ($"Referatet af et punkt på {meeting.Danish} blev skrevet", $"The minutes of an item at {meeting.English} were written"),
        AttendanceRecorded e => ($"Fremmødet ved {meeting.Danish} blev skrevet ind: {e.Attendance.Present.Count} til stede, {e.Attendance.Regrets.Count} afbud", $"Attendance at {meeting.English} was recorded: {e.Attendance.Present.Count} present, {e.Attendance.Regrets.Count} regrets"),
        MinutesPutForward => ($"Referatet af {meeting.Danish} blev sendt til godkendelse", $"The minutes of {meeting.English} were put forward for approval"),
        MinutesApproved => ($"Referatet af {meeting.Danish} blev godkendt", $"The minutes of {meeting.English} were approved"),
        MinutesSentAgain e => ($"Referatet af {meeting.Danish} blev sendt til {Danish.List([.. e.To.Select(name)])}, som det ikke var nået", $"The minutes of {meeting.English} were sent to {string.Join(", ", e.To.Select(name))}, whom they had not reached"),
        MinutesSent e => ($"Referatet af {meeting.Danish} blev sendt til {Danish.List([.. e.To.Select(name)])}", $"The minutes of {meeting.English} were sent to {string.Join(", ", e.To.Select(name))}"),
        _ => throw new InvalidOperationException($"{fact.GetType().Name} has no sentence."),
    };

    /// <summary>By forum and first date, which is what a meeting's id is made of.</summary>
    private static (string Danish, string English) Meeting(CalendarEvent fact, Func<string, string> name) => Meeting(fact.Meeting, name);

    private static (string Danish, string English) Meeting(string id, Func<string, string> name)
    {
        return id.Length > DayInId.Length + 1 && DateOnly.TryParseExact(id[^DayInId.Length..], DayInId, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? ($"{name(id[..^(DayInId.Length + 1)])}s møde {Danish.Date(day)}", $"{name(id[..^(DayInId.Length + 1)])}'s meeting of {English.Date(day)}")
            : (id, id);
    }
}
