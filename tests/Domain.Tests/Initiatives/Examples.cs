using static Initiatives.Domain.Tests.Initiatives.Chains;
using static Initiatives.Domain.Tests.Initiatives.Initiative10;

namespace Initiatives.Domain.Tests.Initiatives;

/// <summary>For every command a history on which it is accepted on 18 August 2023; a new command must be added here.</summary>
internal static class Examples
{
    public static IEnumerable<(InitiativeEvent[] History, InitiativeCommand Command)> All { get; } =
    [
        ([], new OrderInitiative("politisk-niveau", "handleplan-2023", 10, Order.Title, "oevrige", Order.Order, ["auh", "aalborg"])),
        (Ordered, new RemarkOnOrder("politisk-niveau", "Skal være handlingsorienteret")),
        (Ordered, new ReserveOrder("politisk-niveau", "Politisk godkendelse i kommunerne", "aalborg", Day("2023-09-01"))),
        ([.. Ordered, new OrderReservationAdded(1, "politisk-niveau", "Politisk godkendelse", null, null)], new FulfilReservation(1, "Godkendt i begge kommuner")),
        (Ordered, new AskSpecialAttention("politisk-niveau", "Orienteres om indsatsen på næste møde")),
        ([.. Ordered, new SpecialAttentionAsked(null, "...")], new EndSpecialAttention(null, "Indsatsen kører")),
        (Ordered, new StateInterest("aalborg", Interest.Ownership)),
        ([.. Ordered, new InterestStated("aalborg", Interest.Ownership, null)], new WithdrawInterest("aalborg")),
        (Ordered, new AssignOwnership("aalborg", "person-1", "person-2")),
        (Anchored, new SubmitConfirmation(1, Terms)),
        (Started, new SubmitConfirmation(2, LaterTerms, "Koordinatoren kom senere end ventet.")),
        (Submitted, new ApproveConfirmation(1, "chefforum", [new Condition("Data skal være på plads", "region")], ["Godt arbejde"], DecidedHow.Meeting, "chefforum-2023-03-31")),
        (HalfApproved, new ApproveConfirmation(1, "direktoerforum", [], [], DecidedHow.WrittenProcedure)),
        (Replanning, new ApproveConfirmation(2, "direktoerforum", [], [], DecidedHow.WrittenProcedure)),
        (Submitted, new ReturnConfirmation(1, "chefforum", "Indikatoren mangler et mål", DecidedHow.WrittenProcedure)),
        (Submitted, new PostponeConfirmation(1, "chefforum", "chefforum-2023-08-30")),
        (InForce, new StartInitiative(Group)),
        (Started, new ChangeWorkingGroup([Group[0]])),
        (Started, new PostStatus(Green)),
        (WithGreen, new PostStatus(Red)),
        (WithYellow, new PostStatus(Red)),
        (WithRed, new PostStatus(Green)),
        (WithGreen, new PostStatus(Yellow, Corrects: 1)),
        (WithGreen, new ReconfirmStatus()),
        (WithGreen, new CommentPatientInvolvement(1, "Vi vil gerne høres tidligere")),
        (WithRed, new ChooseTrack(1, "chefforum", DeviationTrack.BackToPlan)),
        (WithRed, new AgreeRemedy(1, "chefforum", "Vikar ansættes", "aalborg", Day("2023-09-15"))),
        (WithRemedy, new MoveRemedyDue(1, "chefforum", Day("2023-10-01"), "Opslaget blev forlænget")),
        (WithRemedy, new CompleteRemedy(1, Day("2023-08-17"), "Vikaren er begyndt")),
        (WithRemedy, new DropRemedy(1, "chefforum", "Ingen ansøgere")),
        (WithRed, new RaiseEscalation(1, "chefforum", "direktoerforum", "Skal indsatsen forlænges?", "At Direktørforum forlænger indsatsen.")),
        (Escalated, new ForwardEscalation(1, "direktoerforum", "Kræver politisk stillingtagen")),
        (Escalated, new DecideEscalation(1, "direktoerforum", EscalationAnswer.Money, "Bevilget", 100_000m, DecidedHow.WrittenProcedure)),
        (Answered, new NoteAnswer(1, "chefforum")),
        (Eased, new CloseDeviation(1, "chefforum", "Vikaren holder tempoet")),
        (WithGreen, new PauseInitiative("Afventer lovgivning", Day("2023-12-01"))),
        (Paused, new ResumeInitiative()),
        (WithRed, new WithdrawInitiative("politisk-niveau", "Indskrevet som generel rettesnor")),
        (WithGreen, new ClaimDelivery("Alle forløb er i gang.", [new IndicatorReading("kontakter", 3.1m, Day("2023-08-01"))])),
        (Claimed, new RejectDelivery("chefforum", "Målet er ikke nået")),
        (Claimed, new ApproveClosing("chefforum", "Lukkes", DecidedHow.WrittenProcedure)),
        (HalfClosed, new ApproveClosing("direktoerforum", "Lukkes", DecidedHow.WrittenProcedure, null, "Begynd med data")),
        (Ordered, new RenameInitiative("Komplekse borgere", "Kortere")),
        (WithRed, new MergeInto("politisk-niveau", 9, "Samme borgere")),
        (Started, new Absorb(9, "Udbredelse af telemedicin", "Samme borgere")),
        (Started, new SplitInto("politisk-niveau", [16, 17], "To målgrupper")),
        (WithRed, new CarryOver("politisk-niveau", "handleplan-2024", 10, "Fortsætter i næste periode", 1)),
        ([((InitiativeOrdered)Ordered[0]) with { CarriesOn = new Origin(Origin.EarlierPlan, "handleplan-2022", [10]) }], new CarryTermsOn(Terms, Group)),
        (Ordered, new PlaceInitiative("lighed", ["auh", "plo"])),
    ];
}
