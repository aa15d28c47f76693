using static Initiatives.Domain.Tests.Meetings.Midt;

namespace Initiatives.Domain.Tests.Meetings;

/// <summary>
/// Sending a command again when it is done gives no new facts: over every command of a cluster, a plan, a calendar, an agenda and a written procedure.
/// A new command fails the last test until it has a sample here.
/// </summary>
public sealed class AnyCommandMayBeRetriedTests
{
    private const string October = "chefforum-2023-10-30";
    private static readonly FocusArea[] Areas = [new("mental", "Mental sundhed")];
    private static readonly PlanEvent DrawnUp = new PlanDrawnUp("handleplan-2023", "Handleplan", Day("2022-09-20"), Day("2023-12-31"), Areas);

    private static readonly (CalendarCommand Command, string Today, CalendarEvent[] Given)[] OnCalendars =
    [
        (new ScheduleMeeting("chefforum", Day("2024-01-29")), "2023-11-01", []),
        (new ScheduleMeeting("chefforum", Day("2023-03-31"), MovedFrom: Day("2023-03-30"), TakenOver: true), "2023-11-01", []),
        (new MoveMeeting(October, Day("2023-11-06"), new TimeOnly(15, 0), null, "Ferie"), "2023-10-01", []),
        (new ArrangeMeeting(October, new TimeOnly(15, 0), new TimeOnly(17, 0), "Teams"), "2023-10-01", []),
        (new CancelMeeting(October, "For få punkter", true), "2023-10-01", []),
        (new OpenRound(October, []), "2023-10-09", []),
        (new CloseRound(October, []), "2023-10-21", [new RoundOpened(October, Day("2023-10-09"), Day("2023-10-20"), [])]),
    ];

    private static readonly AgendaItem Item = new("free-1", AgendaItemKind.Free, "Datakilder", "Det indstilles, at Chefforum drøfter datakilder");
    private static readonly MinutesPoint[] Points = [new(1, "free-1", "Datakilder", "", "Drøftet.")];

    private static readonly (AgendaCommand Command, AgendaEvent[] Given)[] OnAgendas =
    [
        (new RewordRecommendation(October, "chefforum", "opening", "Det indstilles, at Chefforum godkender dagsordenen"), []),
        (new AddAgendaItem(October, "chefforum", "Datakilder", "Det indstilles, at Chefforum drøfter datakilder"), []),
        (new OrderAgenda(October, "chefforum", ["free-1", "opening"]), []),
        (new MoveAgendaItem(October, "chefforum", "free-1", "chefforum-2023-11-27"), [new AgendaItemAdded(October, Item)]),
        (new ReceiveAgendaItem("chefforum-2023-11-27", "chefforum", Item, October), []),
        (new TakeOffAgendaItem(October, "chefforum", "free-1"), [new AgendaItemAdded(October, Item)]),
        (new PutBackAgendaItem(October, "chefforum", "free-1"), [new AgendaItemTakenOff(October, "free-1", null)]),
        (new RecordOutcome(October, "chefforum", Item, AgendaOutcome.Decided, "Data drøftes igen"), []),
        (new WriteMinutes(October, "chefforum", "free-1", "Relevante datakilder blev drøftet."), []),
        (new RecordAttendance(October, "chefforum", ["person-1"], ["person-2"]), []),
        (new PutMinutesForward(October, "chefforum"), []),
        (new ApproveMinutes(October, "chefforum", Points), []),
        (new SendMinutes(October, "chefforum"), [new MinutesApproved(October, Points)]),
        (new SendMinutesAgain(October, "chefforum", ["person-1"], ["person-1"]), [new MinutesApproved(October, Points), new MinutesSent(October, ["chefforum"])]),
    ];

    private static readonly ProcedureStarted Asked = new("p-1", "chefforum", Item, [], Day("2023-11-06"), ["a", "b"]);

    private static readonly (ProcedureCommand Command, ProcedureEvent[] Given)[] OnProcedures =
    [
        (new StartProcedure("p-1", "chefforum", Item, [new("Notat", "https://example.org/notat.pdf")], Day("2023-11-06"), ["a", "b"]), []),
        (new AnswerProcedure("p-1", "chefforum", "a", ProcedureStance.Agrees), [Asked]),
        (new ExtendProcedure("p-1", "chefforum", Day("2023-11-10"), "Efterårsferie"), [Asked]),
        (new WithdrawProcedure("p-1", "chefforum", "Tages på mødet"), [Asked]),
        (new ConcludeProcedure("p-1", "chefforum", AgendaOutcome.Decided, "Data drøftes igen", EarlyBecause: "Haster"), [Asked]),
    ];

    private static readonly ClusterCommand[] OnClusters =
    [
        new RenameCluster("Klynge Midt", null),
        new RecordOrganisation("region", "Region Nordjylland", "region"),
        new ConfigureForum("driftsforum", "Driftsforum", [ForumDuty.PlaceOrders], "chefforum"),
        new ConfigureForums([new ConfigureForum("a", "A", [], "b"), new ConfigureForum("b", "B", [])]),
        new OrderForums(["direktoerforum", "chefforum", "politisk-niveau"], []),
        new SetRhythm("chefforum", Rhythm.Default with { Hour = 7 }),
        new SetDistribution("direktoerforum", ["chefforum"]),
        new SetTolerances(Tolerances.Default with { CostPercent = 5 }),
        new AllowNationalReading(true),
        new SetWheelPoint("evaluering", "Evaluering", "chefforum", WheelTime.Months, [9, 3], "Det indstilles, at Chefforum drøfter evalueringen."),
        new RemoveWheelPoint("moedeplan"),
    ];

    private static readonly (PlanCommand Command, PlanEvent[] Given)[] OnPlans =
    [
        (new DrawUpPlan("handleplan-2023", "Handleplan", Day("2022-09-20"), Day("2023-12-31"), Areas), []),
        (new RevisePlan("Handleplan 2023", Day("2022-09-20"), Day("2024-06-30"), [.. Areas, new FocusArea("lighed", "Lighed")]), [DrawnUp]),
        (new ListInitiative(7), [DrawnUp]),
        (new ApprovePlan("politisk-niveau", Day("2023-03-13"), [new Condition("Godkendelse i kommunerne")], ["..."]), [DrawnUp]),
        (new FulfilPlanReservation(1), [DrawnUp, new PlanApproved("politisk-niveau", Day("2023-03-13"), [new ApprovalReservation(1, "...", null, null)], [], null)]),
        (new DropFromPlan("De 8 veje", "Generel rettesnor"), [DrawnUp]),
        (new ClosePlan(Day("2023-10-01"), "politisk-niveau", "Afsluttes", "Begynd med data"), [DrawnUp]),
    ];

    [Fact]
    public void Any_command_on_a_calendar_may_be_retried()
    {
        foreach (var (command, today, given) in OnCalendars)
            Retry(Year2023.And(given), Calendar.Evolve, c => command.Decide(c, On(today, c)), command);
    }

    [Fact]
    public void Any_command_on_an_agenda_may_be_retried()
    {
        foreach (var (command, given) in OnAgendas)
            Retry(given.Aggregate(Agenda.Untouched, Agenda.Evolve), Agenda.Evolve, a => command.Decide(a, On("2023-10-30")), command);
    }

    [Fact]
    public void Any_command_on_a_written_procedure_may_be_retried()
    {
        foreach (var (command, given) in OnProcedures)
            Retry(given.Aggregate(Procedure.None, Procedure.Evolve), Procedure.Evolve, p => command.Decide(p, On("2023-10-30")), command);
    }

    [Fact]
    public void Any_command_on_a_cluster_may_be_retried()
    {
        foreach (var command in OnClusters)
            Retry(KlyngeMidt, Cluster.Evolve, c => command.Decide(c, On("2023-10-01")), command);
        Retry(Cluster.None, Cluster.Evolve, c => Register.Decide(c, On("2023-10-01")), Register);
    }

    [Fact]
    public void Any_command_on_a_plan_may_be_retried()
    {
        foreach (var (command, given) in OnPlans)
            Retry(given.Aggregate(Plan.None, Plan.Evolve), Plan.Evolve, p => command.Decide(p, On("2023-10-01")), command);
    }

    [Fact]
    public void Every_command_has_a_sample_here()
    {
        object[] samples = [.. OnCalendars.Select(c => c.Command), .. OnAgendas.Select(a => a.Command), .. OnProcedures.Select(p => p.Command), .. OnClusters, Register, .. OnPlans.Select(p => p.Command)];
        var commands = typeof(CalendarCommand).Assembly.GetTypes().Where(t =>
            t.BaseType == typeof(CalendarCommand) || t.BaseType == typeof(AgendaCommand) || t.BaseType == typeof(ProcedureCommand) || t.BaseType == typeof(ClusterCommand) || t.BaseType == typeof(PlanCommand));

        commands.Except(samples.Select(s => s.GetType())).ShouldBeEmpty();
    }

    private static RegisterCluster Register => new("nordjylland-midt", "Sundhedsklynge Midt");

    private static void Retry<TState, TEvent>(TState state, Func<TState, TEvent, TState> evolve, Func<TState, Decision<TEvent>> decide, object command)
        where TEvent : class
    {
        var first = decide(state);
        first.Refusals.ShouldBeEmpty(command.ToString());
        first.Events.ShouldNotBeEmpty(command.ToString());

        var again = decide(first.Events.Aggregate(state, evolve));

        again.Refusals.ShouldBeEmpty(command.ToString());
        again.Events.ShouldBeEmpty(command.ToString());
    }
}
