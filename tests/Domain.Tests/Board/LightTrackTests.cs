using System.Text.Json;
using static Initiatives.Domain.Tests.Meetings.Midt;

namespace Initiatives.Domain.Tests.Boards;

public sealed class LightTrackTests
{
    private static readonly InitiativeEvent[] Begun =
    [
        new InitiativeOrdered("handleplan-2023", 10, "Indsats 10", "lighed", "...", [], null, null, null, null),
        new InterestStated("aalborg", Interest.Ownership, null),
        new OwnershipAssigned("aalborg", "p1", "p2"),
        new ConfirmationSubmitted(1, DeliveryTerms.NotStated, null),
        new ConfirmationReturned(1, "chefforum", "...", DecidedHow.Meeting, null),
        new ConfirmationSubmitted(2, DeliveryTerms.NotStated, "..."),
        new ConfirmationApproved(2, "chefforum", [], [], DecidedHow.Meeting, null),
        new ConfirmationApproved(2, "direktoerforum", [], [], DecidedHow.Meeting, null),
        new TermsTookForce(2),
        new OwnershipAssigned("region", "p3", null),
        new InitiativeStarted([]),
        new ConfirmationSubmitted(3, DeliveryTerms.NotStated, "..."),
        new ConfirmationReturned(3, "chefforum", "...", DecidedHow.Meeting, null),
    ];

    private static readonly InitiativeEvent[][] Endings =
    [
        [
            new InitiativePaused("...", null),
            new InitiativeResumed(Day("2023-10-01"), null),
            new DeliveryClaimed(Day("2023-10-01"), "...", []),
            new DeliveryRejected("chefforum", "...", null),
            new DeliveryClaimed(Day("2023-10-01"), "...", []),
            new ClosingApproved("chefforum", "...", DecidedHow.Meeting, null),
            new InitiativeClosed(Day("2023-10-01"), "...", null),
        ],
        [new InitiativeWithdrawn("politisk-niveau", "...")],
        [new InitiativeMerged(11, "...")],
        [new InitiativeSplit([16, 17], "...")],
        [new InitiativeCarriedOver("politisk-niveau", "handleplan-2024", 10, "...")],
    ];

    [Fact]
    public void The_board_and_the_decisions_agree_on_the_phase_through_the_whole_life()
    {
        foreach (var ending in Endings)
            Live([.. Begun, .. ending]);
    }

    [Fact]
    public void A_phase_that_does_not_change_takes_no_room()
    {
        var track = Begun.Aggregate(LightTrack.Empty, (t, e) => LightTrack.Evolve(t, e, Day("2023-10-01")));

        track.Phases.Select(p => p.Phase).ShouldBe(
            [Phase.Ordered, Phase.Anchored, Phase.AwaitingApproval, Phase.Anchored, Phase.AwaitingApproval, Phase.Approved, Phase.InDelivery]);
    }

    [Fact]
    public void Sixty_statuses_keep_the_track_under_six_kilobytes()
    {
        var track = Enumerable.Range(0, 60).Aggregate(LightTrack.Empty.Then("2023-03-13", Begun[0]), (t, n) => t.Posted(Day("2023-08-18").AddDays(n).ToString("yyyy-MM-dd"), TrafficLight.Yellow, "chefforum-2023-08-30", late: n % 2 == 0));

        var json = JsonSerializer.Serialize(track);

        json.Length.ShouldBeLessThan(6_000);
        var read = JsonSerializer.Deserialize<LightTrack>(json)!;
        read.Lights.ShouldBe(track.Lights);
        read.Phases.ShouldBe(track.Phases);
    }

    private static void Live(InitiativeEvent[] life)
    {
        var (state, track) = (Initiative.None, LightTrack.Empty);
        foreach (var @event in life)
        {
            (state, track) = (Initiative.Evolve(state, @event), LightTrack.Evolve(track, @event, Day("2023-10-01")));

            track.Phases[^1].Phase.ShouldBe(state.Phase, @event.GetType().Name);
        }
    }
}
