using Initiatives.Domain.Tests.Meetings;
using static Initiatives.Domain.Tests.Meetings.Midt;

namespace Initiatives.Domain.Tests.Procedures;

public sealed class ProcedureTests
{
    private const string Id = "2023-10-20-1";
    private const string November = "chefforum-2023-11-27";

    private static readonly AgendaItem Data = new("free-1", AgendaItemKind.Free, "Datakilder", "Det indstilles, at Chefforum tilslutter sig datakilderne.");

    private static readonly AgendaItem Confirmation = new(
        "confirmation-handleplan-2023-10-1", AgendaItemKind.Confirmation, "Ordrebekræftelse, indsats 10", "Det indstilles, at Chefforum godkender den", new("handleplan-2023", 10), 1);

    private static readonly ProcedureStarted Started = new(Id, "chefforum", Data, [], Day("2023-11-03"), ["a", "b", "c"]);

    [Fact]
    public void It_asks_the_members_that_the_forum_has_on_that_day_each_once() =>
        Start(members: ["a", "b", "a"]).Events.Cast<ProcedureStarted>().Single().Members.ShouldBe(["a", "b"]);

    [Fact]
    public void It_needs_a_heading_a_recommendation_somebody_to_ask_and_a_day_ahead()
    {
        Codes(Start(Data with { Heading = " " })).ShouldBe(["text-missing"]);
        Codes(Start(Data with { Recommendation = "" })).ShouldBe(["text-missing"]);
        Codes(Start(members: [])).ShouldBe(["procedure-without-members"]);
        Codes(Start(deadline: "2023-10-20")).ShouldBe(["deadline-too-soon"]);
        Codes(Start(deadline: "2023-10-23")).ShouldBeEmpty();
        Codes(Start(Data with { Background = "Borgeren 010190-1234" })).ShouldBe(["cpr-in-text"]);
    }

    [Theory]
    [InlineData("2023-10-29", "deadline-not-working-day")]
    [InlineData("2023-12-19")]
    [InlineData("2023-12-20", "deadline-too-far")]
    [InlineData("2023-12-25", "deadline-too-far", "deadline-not-working-day")]
    public void The_deadline_is_a_working_day_within_sixty_days(string deadline, params string[] refused)
    {
        Codes(Start(deadline: deadline)).ShouldBe(refused);
        new ExtendProcedure(Id, "chefforum", Day(deadline)).Decide(After(Started), On("2023-10-20")).Refusals.Select(r => r.Code).Except(["deadline-earlier"]).ShouldBe(refused);
    }

    [Fact]
    public void What_a_meeting_does_to_itself_is_not_asked_in_writing() =>
        Codes(Start(new AgendaItem("opening", AgendaItemKind.Opening, "Godkendelse af dagsorden", "Det indstilles ..."))).ShouldBe(["procedure-not-askable"]);

    [Theory]
    [InlineData("https://example.org/notat.pdf", true)]
    [InlineData("/rapporter/afvigelsesrapport.chefforum-2023-10-30.1", true)]
    [InlineData("//example.org/x", false)]
    [InlineData("/\\example.org", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("notat.pdf", false)]
    public void Material_is_a_whole_address_or_a_path_of_ours(string link, bool holds) =>
        Codes(Start(material: [new("Notat", link)])).ShouldBe(holds ? [] : ["link-malformed"]);

    [Fact]
    public void An_id_is_one_procedures_and_starting_it_again_asks_nobody_anew()
    {
        new StartProcedure(Id, "chefforum", Data, [], Day("2023-11-03"), ["a", "b", "c", "new"]).Decide(After(Started), On("2023-10-25")).Events.ShouldBeEmpty();
        Codes(new StartProcedure(Id, "chefforum", Confirmation, [], Day("2023-11-03"), ["a"]).Decide(After(Started), On("2023-10-25"))).ShouldBe(["procedure-started-otherwise"]);
    }

    [Fact]
    public void Those_who_were_asked_answer_and_others_do_not()
    {
        Answer(After(Started), "a").ShouldBeEmpty();
        Answer(After(Started), "new").ShouldBe(["procedure-not-asked"]);
        Answer(Procedure.None, "a").ShouldBe(["procedure-not-started"]);
    }

    [Fact]
    public void Remarks_and_disagreement_are_told_in_words()
    {
        Answer(After(Started), "a", ProcedureStance.AgreesWithRemarks).ShouldBe(["text-missing"]);
        Answer(After(Started), "a", ProcedureStance.Disagrees, text: " ").ShouldBe(["text-missing"]);
        Answer(After(Started), "a", ProcedureStance.Disagrees, text: "For dyrt").ShouldBeEmpty();
    }

    [Fact]
    public void The_last_day_is_not_late_and_the_day_after_is()
    {
        Answer(After(Started), "a", today: "2023-11-03").ShouldBeEmpty();
        Answer(After(Started), "a", today: "2023-11-04").ShouldBe(["answer-too-late"]);
        Answer(After(Started, new ProcedureExtended(Id, Day("2023-11-10"), null)), "a", today: "2023-11-04").ShouldBeEmpty();
    }

    [Fact]
    public void The_last_answer_counts_and_all_are_kept()
    {
        var answered = After(Started, Said("a", ProcedureStance.Agrees), Said("a", ProcedureStance.Disagrees));

        answered.AnswerOf("a")!.Stance.ShouldBe(ProcedureStance.Disagrees);
        answered.Answers.Count.ShouldBe(2);
        new AnswerProcedure(Id, "chefforum", "a", ProcedureStance.Agrees, "...").Decide(answered, On("2023-10-25")).Events.ShouldHaveSingleItem("back to the first answer is an answer");
    }

    [Fact]
    public void A_deadline_moves_to_a_later_day_only_also_when_it_has_passed()
    {
        Extend("2023-11-10", "2023-10-25").ShouldBeEmpty();
        Extend("2023-11-01", "2023-10-25").ShouldBe(["deadline-earlier"]);
        Extend("2023-11-10", "2023-11-06").ShouldBeEmpty();
        Extend("2023-11-06", "2023-11-06").ShouldBe(["deadline-too-soon"]);
    }

    [Fact]
    public void Before_the_deadline_it_is_concluded_when_all_have_answered_or_for_a_stated_reason()
    {
        var two = After(Started, Said("a", ProcedureStance.Agrees), Said("b", ProcedureStance.Agrees));

        Conclude(two, "2023-11-03").ShouldBe(["early-conclusion-needs-reason"]);
        Conclude(two, "2023-11-03", early: "Ansøgningsfristen er i dag").ShouldBeEmpty();
        Conclude(Procedure.Evolve(two, Said("c", ProcedureStance.Disagrees)), "2023-10-25").ShouldBeEmpty();
        Conclude(two, "2023-11-04").ShouldBeEmpty();
        two.Unanswered.ShouldBe(["c"]);
    }

    [Fact]
    public void The_outcome_is_one_that_such_a_case_can_have_at_a_meeting()
    {
        Conclude(After(Started), "2023-11-04", AgendaOutcome.RemedyAgreed).ShouldBe(["outcome-not-for-item"]);
        Conclude(After(Started), "2023-11-04", AgendaOutcome.Decided, text: null).ShouldBe(["text-missing"]);
        Conclude(After(Started with { Item = Confirmation }), "2023-11-04", AgendaOutcome.Returned, text: null).ShouldBeEmpty();
        Conclude(After(Started), "2023-11-04", AgendaOutcome.Postponed).ShouldBe(["meeting-unknown"]);
        Conclude(After(Started), "2023-11-04", AgendaOutcome.Postponed, to: "chefforum-2023-10-30").ShouldBe(["date-past"]);
        Conclude(After(Started), "2023-11-04", AgendaOutcome.Postponed, to: November).ShouldBeEmpty();
    }

    [Fact]
    public void What_was_concluded_stands()
    {
        var concluded = After(Started, new ProcedureConcluded(Id, AgendaOutcome.Decided, "Tilslutning.", null, null));

        Conclude(concluded, "2023-11-05").ShouldBe([]);
        Conclude(concluded, "2023-11-05", AgendaOutcome.TakenNote).ShouldBe(["procedure-concluded-otherwise"]);
        Answer(concluded, "a").ShouldBe(["procedure-concluded"]);
        Extend("2023-11-10", "2023-11-05", concluded).ShouldBe(["procedure-concluded"]);
        Codes(new WithdrawProcedure(Id, "chefforum", "...").Decide(concluded, On("2023-11-05"))).ShouldBe(["procedure-concluded"]);
    }

    [Fact]
    public void What_was_withdrawn_is_answered_by_nobody_and_decides_nothing()
    {
        var withdrawn = After(Started, new ProcedureWithdrawn(Id, "Tages på mødet"));

        Answer(withdrawn, "a").ShouldBe(["procedure-withdrawn"]);
        Conclude(withdrawn, "2023-11-05").ShouldBe(["procedure-withdrawn"]);
        Codes(new WithdrawProcedure(Id, "chefforum", " ").Decide(After(Started), On("2023-10-25"))).ShouldBe(["text-missing"]);
    }

    [Fact]
    public void Another_forum_has_no_say() =>
        Codes(new ConcludeProcedure(Id, "direktoerforum", AgendaOutcome.TakenNote).Decide(After(Started), On("2023-11-05"))).ShouldBe(["procedure-of-another-forum"]);

    private static Procedure After(params ProcedureEvent[] given) => given.Aggregate(Procedure.None, Procedure.Evolve);

    private static ProcedureAnswered Said(string person, ProcedureStance stance) => new(Id, person, stance, "...");

    private static Decision<ProcedureEvent> Start(AgendaItem? item = null, ProcedureMaterial[]? material = null, string deadline = "2023-11-03", string[]? members = null) =>
        new StartProcedure(Id, "chefforum", item ?? Data, material ?? [], Day(deadline), members ?? ["a", "b", "c"]).Decide(Procedure.None, On("2023-10-20"));

    private static IEnumerable<string> Answer(Procedure procedure, string person, ProcedureStance stance = ProcedureStance.Agrees, string? text = null, string today = "2023-10-25") =>
        Codes(new AnswerProcedure(Id, "chefforum", person, stance, text).Decide(procedure, On(today)));

    private static IEnumerable<string> Extend(string deadline, string today, Procedure? procedure = null) =>
        Codes(new ExtendProcedure(Id, "chefforum", Day(deadline)).Decide(procedure ?? After(Started), On(today)));

    private static IEnumerable<string> Conclude(
        Procedure procedure, string today, AgendaOutcome outcome = AgendaOutcome.Decided, string? text = "Tilslutning.", string? to = null, string? early = null) =>
        Codes(new ConcludeProcedure(Id, "chefforum", outcome, text, to, early).Decide(procedure, On(today)));

    private static IEnumerable<string> Codes(Decision<ProcedureEvent> decision) => decision.Refusals.Select(r => r.Code);
}
