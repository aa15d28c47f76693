using Initiatives.Domain.Tests.Meetings;
using static Initiatives.Domain.Tests.Meetings.Midt;

namespace Initiatives.Domain.Tests.Boards;

/// <summary>Every rule of the board, one test each; long because the board is one place on purpose.</summary>
public sealed class BoardTests
{
    private static readonly LightTrack Started = LightTrack.Empty
        .Then("2023-03-13", new InitiativeOrdered("handleplan-2023", 10, "Indsats 10", "lighed", "...", [], null, null, null, null))
        .Then("2023-06-01", new InitiativeStarted([]));

    private static readonly Board Board = new(Year2023, KlyngeMidt);

    [Fact]
    public void Before_it_starts_an_initiative_is_not_started_or_awaits_approval()
    {
        var track = LightTrack.Empty.Then("2023-03-13", new InitiativeOrdered("p", 1, "t", "f", "o", [], null, null, null, null));

        State(track, "2023-08-30").ShouldBe(BoardState.NotStarted);
        State(track.Then("2023-04-03", new ConfirmationSubmitted(1, DeliveryTerms.NotStated, null)), "2023-08-30").ShouldBe(BoardState.AwaitingApproval);
    }

    [Fact]
    public void What_is_carried_over_says_where_it_went_from_that_day_on()
    {
        var track = Started.Then("2023-12-20", new InitiativeCarriedOver("politisk-niveau", "handleplan-2024", 12, "Fortsætter"));

        Board.At(track, Day("2023-12-19")).Into.ShouldBeNull();
        var after = Board.At(track, Day("2023-12-20"));
        (after.State, after.Into).ShouldBe((BoardState.CarriedOver, new InitiativeRef("handleplan-2024", 12)));
        track.HasEnded.ShouldBeTrue();
    }

    [Fact]
    public void Without_any_status_it_is_missing_one_and_never_green()
    {
        State(Started, "2023-07-01").ShouldBe(BoardState.Missing);
        Board.At(Started, Day("2023-07-01")).Overdue.ShouldBeFalse("no round has been due yet");
        Board.At(Started, Day("2023-08-19")).Overdue.ShouldBeTrue();
    }

    [Fact]
    public void The_last_light_stands_through_the_due_day_and_is_missing_the_day_after()
    {
        var track = Started.Posted("2023-08-18", TrafficLight.Yellow, "chefforum-2023-08-30");

        Board.At(track, Day("2023-10-08")).ShouldBe(new BoardCell(BoardState.Yellow, TrafficLight.Yellow, 51, 1, false, false, Open: false, Overdue: false));
        Board.At(track, Day("2023-10-20")).ShouldBe(new BoardCell(BoardState.Yellow, TrafficLight.Yellow, 63, 1, false, false, Open: true, Overdue: false));
        Board.At(track, Day("2023-10-21")).ShouldBe(new BoardCell(BoardState.Missing, TrafficLight.Yellow, 64, 1, false, false, Open: false, Overdue: true));
    }

    [Fact]
    public void Missing_two_rounds_still_shows_the_last_known_light_and_its_age()
    {
        var cell = Board.At(Started.Posted("2023-08-18", TrafficLight.Red, "chefforum-2023-08-30"), Day("2023-11-20"));

        cell.State.ShouldBe(BoardState.Missing);
        cell.LastKnown.ShouldBe(TrafficLight.Red);
        cell.AgeDays.ShouldBe(94);
    }

    [Fact]
    public void Rounds_missed_running_are_counted_from_the_last_status_and_a_late_one_ends_the_count()
    {
        var posted = Started.Posted("2023-08-18", TrafficLight.Red, "chefforum-2023-08-30");

        Missed(posted, "2023-10-20").ShouldBe(0, "the due day itself is not late");
        Missed(posted, "2023-10-21").ShouldBe(1);
        Missed(posted, "2023-11-18").ShouldBe(2);
        Missed(posted.Posted("2023-10-25", TrafficLight.Green, "chefforum-2023-10-30", late: true), "2023-11-18").ShouldBe(1);
        Missed(posted.Posted("2023-11-20", TrafficLight.Green, "chefforum-2023-11-27", late: true), "2023-11-20").ShouldBe(0);
        Missed(Started, "2023-11-18").ShouldBe(3, "who never posted has missed every round since the start");
    }

    [Fact]
    public void Nothing_is_missed_while_paused_or_ended_and_after_a_pause_the_count_begins_anew()
    {
        var paused = Started.Then("2023-09-01", new InitiativePaused("...", null));

        Missed(paused, "2023-11-18").ShouldBe(0);
        Missed(Started.Then("2023-10-01", new InitiativeClosed(Day("2023-10-01"), "...", null)), "2023-11-18").ShouldBe(0);
        Missed(paused.Then("2023-10-25", new InitiativeResumed(Day("2023-10-25"), null)), "2023-11-18").ShouldBe(1);
    }

    [Fact]
    public void A_late_status_counts_from_the_day_it_was_posted()
    {
        var track = Started.Posted("2023-08-22", TrafficLight.Red, "chefforum-2023-08-30", late: true);

        State(track, "2023-08-21").ShouldBe(BoardState.Missing);
        State(track, "2023-08-22").ShouldBe(BoardState.Red);
        Board.At(track, Day("2023-08-22")).Late.ShouldBeTrue();
        var cell = CellAt(track, "chefforum-2023-08-30", "2023-11-30");
        (cell.State, cell.Late).ShouldBe((BoardState.Red, true));
    }

    [Fact]
    public void Who_reported_in_time_and_again_afterwards_was_not_late()
    {
        var track = Started.Posted("2023-08-18", TrafficLight.Green, "chefforum-2023-08-30").Posted("2023-08-25", TrafficLight.Red, "chefforum-2023-08-30", late: true);

        CellAt(track, "chefforum-2023-08-30", "2023-08-30").ShouldBe(new BoardCell(BoardState.Red, TrafficLight.Red, 5, 2, false, false, false, false));
    }

    [Fact]
    public void A_status_after_the_meeting_ends_the_missing_and_leaves_the_old_cell_as_it_was()
    {
        var track = Started.Posted("2023-09-04", TrafficLight.Green, null);

        State(track, "2023-09-04").ShouldBe(BoardState.Green);
        CellAt(track, "chefforum-2023-08-30", "2023-11-30").State.ShouldBe(BoardState.Missing);
    }

    [Fact]
    public void The_column_of_an_open_round_shows_what_is_known_now()
    {
        var track = Started.Posted("2023-08-18", TrafficLight.Green, "chefforum-2023-08-30");

        Board.Columns(Day("2023-10-12")).Select(m => m.Id).ShouldBe(["chefforum-2023-08-30", "chefforum-2023-10-30"]);
        CellAt(track, "chefforum-2023-10-30", "2023-10-12").ShouldBe(Board.At(track, Day("2023-10-12")));
        CellAt(track, "chefforum-2023-10-30", "2023-10-25").ShouldBe(Board.At(track, Day("2023-10-25")));
    }

    [Fact]
    public void One_that_resumes_in_an_open_round_owes_nothing_until_the_next()
    {
        var track = Started
            .Posted("2023-08-18", TrafficLight.Green, "chefforum-2023-08-30")
            .Then("2023-09-01", new InitiativePaused("Afventer lovgivning", null))
            .Then("2023-10-09", new InitiativeResumed(Day("2023-10-09"), null));

        State(track, "2023-09-15").ShouldBe(BoardState.Paused);
        State(track, "2023-10-30").ShouldBe(BoardState.Green);
        Board.At(track, Day("2023-10-15")).Open.ShouldBeFalse();
        State(track, "2023-11-17").ShouldBe(BoardState.Green, "the due day of the next round");
        State(track, "2023-11-18").ShouldBe(BoardState.Missing);
    }

    [Fact]
    public void One_that_resumed_before_the_round_opened_owes_in_it()
    {
        var track = Started.Then("2023-09-01", new InitiativePaused("...", null)).Then("2023-10-08", new InitiativeResumed(Day("2023-10-08"), null));

        Board.Owes(track, Round.At(Year2023, KlyngeMidt, Day("2023-10-09"))!).ShouldBeTrue();
    }

    [Fact]
    public void A_later_pause_does_not_change_what_an_earlier_day_showed()
    {
        var track = Started.Then("2023-10-15", new InitiativePaused("...", null));

        Board.At(track, Day("2023-10-12")).Open.ShouldBeTrue();
    }

    [Fact]
    public void One_closed_at_the_meeting_shows_the_light_the_meeting_saw_and_is_closed_from_then_on()
    {
        var track = Started.Posted("2023-08-18", TrafficLight.Green, "chefforum-2023-08-30").Then("2023-08-30", new InitiativeClosed(Day("2023-08-30"), "Lukkes", null));

        CellAt(track, "chefforum-2023-08-30", "2023-11-30").State.ShouldBe(BoardState.Green);
        CellAt(track, "chefforum-2023-10-30", "2023-11-30").State.ShouldBe(BoardState.Closed);
        State(track, "2023-12-01").ShouldBe(BoardState.Closed);
    }

    [Fact]
    public void A_correction_stands_instead_of_what_it_corrects_and_answers_no_new_round()
    {
        var track = Started
            .Posted("2023-08-18", TrafficLight.Green, "chefforum-2023-08-30")
            .Posted("2023-10-10", TrafficLight.Red, "chefforum-2023-10-30", corrects: 1)
            .Posted("2023-10-11", TrafficLight.Yellow, "chefforum-2023-10-30", corrects: 2);

        State(track, "2023-10-09").ShouldBe(BoardState.Green);
        State(track, "2023-10-10").ShouldBe(BoardState.Red);
        State(track, "2023-10-11").ShouldBe(BoardState.Yellow);
        CellAt(track, "chefforum-2023-08-30", "2023-10-12").State.ShouldBe(BoardState.Yellow);
        State(track, "2023-10-21").ShouldBe(BoardState.Missing, "the round of October is unanswered");
    }

    [Fact]
    public void A_correction_of_an_older_status_does_not_hide_the_newest()
    {
        var track = Started
            .Posted("2023-08-18", TrafficLight.Green, "chefforum-2023-08-30")
            .Posted("2023-10-10", TrafficLight.Yellow, "chefforum-2023-10-30")
            .Posted("2023-10-11", TrafficLight.Red, "chefforum-2023-10-30", corrects: 1);

        State(track, "2023-10-11").ShouldBe(BoardState.Yellow);
    }

    [Fact]
    public void Green_in_spite_of_a_delay_is_marked()
    {
        var track = Started.Posted("2023-08-18", TrafficLight.Green, "chefforum-2023-08-30", suggested: TrafficLight.Yellow);

        Board.At(track, Day("2023-08-18")).DespiteSuggestion.ShouldBeTrue();
    }

    [Fact]
    public void A_status_reconfirmed_is_the_same_light_on_a_new_day()
    {
        var track = Started
            .Posted("2023-08-18", TrafficLight.Green, "chefforum-2023-08-30")
            .Then("2023-10-20", new StatusReconfirmed(2, Day("2023-10-20"), 1, "chefforum-2023-10-30", false));

        Board.At(track, Day("2023-10-30")).ShouldBe(new BoardCell(BoardState.Green, TrafficLight.Green, 10, 2, false, false, false, false));
    }

    [Fact]
    public void A_cancelled_meeting_has_no_column_and_nobody_misses_its_round()
    {
        var board = new Board(Year2023.And(new MeetingCancelled("chefforum-2023-10-30", "...", false)), KlyngeMidt);
        var track = Started.Posted("2023-08-18", TrafficLight.Green, "chefforum-2023-08-30");

        board.Columns(Day("2023-12-01")).Select(m => m.Id).ShouldBe(["chefforum-2023-08-30", "chefforum-2023-11-27"]);
        board.At(track, Day("2023-11-01")).State.ShouldBe(BoardState.Green);
    }

    [Fact]
    public void Nobody_misses_an_extraordinary_meeting_called_at_short_notice()
    {
        var extra = new MeetingScheduled("chefforum-2023-10-04", "chefforum", Day("2023-10-04"), null, null, null, true, null, Day("2023-09-28"));
        var track = Started.Posted("2023-08-18", TrafficLight.Red, "chefforum-2023-08-30");
        var board = new Board(Year2023.And(extra), KlyngeMidt);

        board.At(track, Day("2023-10-04")).State.ShouldBe(BoardState.Red);
        board.Cell(track, Year2023.And(extra).Find(extra.Meeting)!, Day("2023-11-01")).State.ShouldBe(BoardState.Red);
    }

    [Fact]
    public void Without_any_meeting_of_the_managing_forum_the_last_light_stands_with_its_age()
    {
        var cell = new Board(Calendar.Empty, KlyngeMidt).At(Started.Posted("2023-08-18", TrafficLight.Green, null), Day("2025-08-18"));

        (cell.State, cell.AgeDays).ShouldBe((BoardState.Green, 731));
    }

    private static BoardState State(LightTrack track, string day) => Board.At(track, Day(day)).State;

    private static int Missed(LightTrack track, string day) => Board.MissedRunning(track, Day(day));

    private static BoardCell CellAt(LightTrack track, string meeting, string today) => Board.Cell(track, Year2023.Find(meeting)!, Day(today));
}
