using System.Text.Json;
using static Initiatives.Domain.Tests.Meetings.Midt;

namespace Initiatives.Domain.Tests.Meetings;

/// <summary>Cluster, calendar, agenda, written procedure and plan are kept as snapshots beside their streams: they come back as they were.</summary>
public sealed class StatesAreStoredTests
{
    [Fact]
    public void A_cluster_a_calendar_an_agenda_a_procedure_and_a_plan_survive_being_stored()
    {
        var calendar = Year2023.And(
            new RoundOpened("chefforum-2023-10-30", Day("2023-10-09"), Day("2023-10-20"), [new InitiativeRef("handleplan-2023", 10)]),
            new MeetingMoved("chefforum-2023-10-30", Day("2023-10-30"), Day("2023-10-31"), new TimeOnly(15, 0), null, "Ferie", Day("2023-10-21"), Day("2023-10-20")));
        var plan = Plan.Evolve(Plan.None, new PlanApproved("politisk-niveau", Day("2023-03-13"), [new ApprovalReservation(1, "...", null, null)], [], null));

        Stored(KlyngeMidt).ShouldBe(JsonSerializer.Serialize(KlyngeMidt));
        var item = new AgendaItem("free-1", AgendaItemKind.Free, "Datakilder", "Det indstilles ...", Background: "...");
        AgendaEvent[] said =
        [
            new AgendaItemAdded("m", item), new AgendaItemReworded("m", "free-1", "..."), new AgendaOrdered("m", ["free-1"]), new AgendaItemMoved("m", "free-1", "n", null),
            new AgendaOutcomeRecorded("m", item, AgendaOutcome.Decided, "...", null), new MinutesItemWritten("m", "free-1", "..."), new AttendanceRecorded("m", new(["a"], ["b"])), new MinutesPutForward("m"),
            new MinutesApproved("m", [new MinutesPoint(1, "free-1", "Datakilder", "", "...")]), new MinutesSent("m", ["chefforum"]), new MinutesSentAgain("m", ["a"]),
        ];
        var agenda = said.Aggregate(Agenda.Untouched, Agenda.Evolve);
        Stored(agenda).ShouldBe(JsonSerializer.Serialize(agenda));
        ProcedureEvent[] asked =
        [
            new ProcedureStarted("p-1", "chefforum", item, [new("Notat", "https://example.org")], Day("2023-11-06"), ["a"]), new ProcedureAnswered("p-1", "a", ProcedureStance.Disagrees, "..."),
            new ProcedureExtended("p-1", Day("2023-11-10"), null), new ProcedureWithdrawn("p-1", "..."), new ProcedureConcluded("p-1", AgendaOutcome.Decided, "...", null, null),
        ];
        var procedure = asked.Aggregate(Procedure.None, Procedure.Evolve);
        Stored(procedure).ShouldBe(JsonSerializer.Serialize(procedure));
        Stored(calendar).ShouldBe(JsonSerializer.Serialize(calendar));
        Stored(plan).ShouldBe(JsonSerializer.Serialize(plan));
    }

    [Fact]
    public void What_can_be_worked_out_is_not_stored()
    {
        JsonSerializer.Serialize(KlyngeMidt).ShouldNotContain("ManagingForum");
        JsonSerializer.Serialize(Year2023).ShouldNotContain("IsCancelled");
        JsonSerializer.Serialize(Procedure.None).ShouldNotContain("IsOpen");
        JsonSerializer.Serialize(new AgendaItem("free-1", AgendaItemKind.Free, "", "")).ShouldNotContain("IsDecidedHere");
        JsonSerializer.Serialize(Agenda.Untouched).ShouldNotContain("IsFrozen");
    }

    private static string Stored<T>(T state) => JsonSerializer.Serialize(JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(state)));
}
