using static Initiatives.Domain.Tests.Initiatives.Chains;

namespace Initiatives.Domain.Tests.Initiatives;

/// <summary>Initiative 10 of Sundhedsklynge Midt, step by step through its life. Its words and figures are made up.</summary>
internal static class Initiative10
{
    public static readonly InitiativeOrdered Order =
        new("handleplan-2023", 10, "De 2 % mest komplekse borgere", "oevrige", "Systematisk indsats på tværs af sektorer.", ["auh", "aalborg"], null, null, null, null);

    public static readonly DeliveryTerms Terms = new(
        "En fælles forløbskoordinator",
        new EconomicFrame(450_000m, "DKK", [new FrameShare(2023, "aalborg", 300_000m), new FrameShare(2023, "region", 150_000m)]),
        Day("2023-05-01"),
        Day("2023-12-31"),
        [new Milestone("Koordinator ansat", Day("2023-06-01"))],
        [new ResourcePledge("aalborg", "0,5 årsværk")],
        [new Indicator("kontakter", "Akutte kontakter pr. borger pr. kvartal", "antal", 4.1m, 3.0m, IndicatorDirection.Down, 0.2m, null)],
        new PatientInvolvement(true, "To borgere sidder med i projektgruppen."),
        ["Fælles adgang til data"],
        []);

    public static readonly DeliveryTerms LaterTerms = Terms with { End = Day("2024-04-30") };

    public static readonly WorkingGroupMember[] Group = [new("person-1", "aalborg"), new("person-2", "auh")];

    public static readonly StatusContent Green = new(
        TrafficLight.Green,
        null,
        Dimensions.AllGreen,
        "Koordinatoren er ansat.",
        "Første forløb begynder.",
        null,
        null,
        [],
        new PatientInvolvement(true, "Borgerne har læst materialet igennem."));

    public static readonly StatusContent Yellow = Green with
    {
        Light = TrafficLight.Yellow,
        Dimensions = Dimensions.AllGreen with { Resources = TrafficLight.Yellow },
        Deviation = new DeviationAccount("Koordinatoren er sygemeldt.", "Færre forløb end ventet.", "Vikar eller udskydelse.", "Vikar fra september.", null, null, null),
    };

    public static readonly StatusContent Red = Yellow with
    {
        Light = TrafficLight.Red,
        Dimensions = Dimensions.AllGreen with { Time = TrafficLight.Red },
        Deviation = Yellow.Deviation! with { DecisionWanted = "Skal indsatsen forlænges?", DecisionFrom = "direktoerforum", DecisionBy = Day("2023-10-02") },
    };

    public static readonly InitiativeEvent[] Ordered = [Order];

    public static readonly InitiativeEvent[] Anchored = [.. Ordered, new OwnershipAssigned("aalborg", "person-1", "person-2")];

    public static readonly InitiativeEvent[] Submitted = [.. Anchored, new ConfirmationSubmitted(1, Terms, null)];

    public static readonly ConfirmationApproved ByChefforum = Approved(1, "chefforum", "chefforum-2023-03-31");

    public static readonly ConfirmationApproved ByDirektoerforum = Approved(1, "direktoerforum", "direktoerforum-2023-04-17");

    public static readonly InitiativeEvent[] HalfApproved = [.. Submitted, ByChefforum];

    public static readonly InitiativeEvent[] InForce = [.. HalfApproved, ByDirektoerforum, new TermsTookForce(1)];

    public static readonly InitiativeEvent[] Started = [.. InForce, new InitiativeStarted(Group)];

    public static readonly InitiativeEvent[] WithGreen = [.. Started, Posted(1, "2023-06-01", Green)];

    public static readonly InitiativeEvent[] WithYellow = [.. Started, Posted(1, "2023-08-10", Yellow), new DeviationOpened(1, 1, TrafficLight.Yellow)];

    public static readonly InitiativeEvent[] WithRed = [.. Started, Posted(1, "2023-08-10", Red), new DeviationOpened(1, 1, TrafficLight.Red)];

    public static readonly RemedyAgreed Vikar = new(1, 1, "chefforum", "Vikar ansættes", "aalborg", Day("2023-09-15"), null);

    public static readonly InitiativeEvent[] WithRemedy = [.. WithRed, Vikar];

    public static readonly EscalationRaised Question =
        new(1, 1, "chefforum", "direktoerforum", "Skal indsatsen forlænges?", "At Direktørforum forlænger indsatsen.", Day("2023-10-02"), null);

    public static readonly InitiativeEvent[] Escalated = [.. WithRemedy, Question];

    public static readonly EscalationDecided Answer =
        new(1, "direktoerforum", EscalationAnswer.Replan, "Indsatsen omplanlægges.", null, DecidedHow.WrittenProcedure, null);

    public static readonly InitiativeEvent[] Answered = [.. Escalated, Answer];

    public static readonly InitiativeEvent[] Eased = [.. WithRed, Posted(2, "2023-08-15", Green), new DeviationEased(1, 2, TrafficLight.Green)];

    public static readonly InitiativeEvent[] Replanning =
    [
        .. WithRed,
        new DeviationTrackChosen(1, "chefforum", DeviationTrack.Replan, null, null),
        new ConfirmationSubmitted(2, LaterTerms, "Koordinatoren kom senere end ventet."),
        Approved(2, "chefforum", "chefforum-2023-08-30"),
    ];

    public static readonly InitiativeEvent[] Paused = [.. WithGreen, new InitiativePaused("Afventer lovgivning", null)];

    public static readonly InitiativeEvent[] Claimed = [.. WithGreen, new DeliveryClaimed(Day("2023-08-01"), "Alle forløb er i gang.", [])];

    public static readonly InitiativeEvent[] HalfClosed = [.. Claimed, new ClosingApproved("chefforum", "Lukkes", DecidedHow.WrittenProcedure, null)];

    public static readonly InitiativeEvent[] Withdrawn = [.. WithGreen, new InitiativeWithdrawn("politisk-niveau", "Indskrevet som generel rettesnor")];

    /// <summary>The stations of its life, from nothing to the end.</summary>
    public static readonly InitiativeEvent[][] Stations =
    [
        [], Ordered, Anchored, Submitted, HalfApproved, InForce, Started, WithGreen, WithYellow, WithRed, WithRemedy,
        Escalated, Answered, Eased, Replanning, Paused, Claimed, HalfClosed, Withdrawn,
    ];

    public static StatusReported Posted(int number, string on, StatusContent content) =>
        new(number, Day(on), content, content.Light, [], null, false, null);

    public static ConfirmationApproved Approved(int revision, string forum, string meeting) =>
        new(revision, forum, [], [], DecidedHow.Meeting, meeting);
}
