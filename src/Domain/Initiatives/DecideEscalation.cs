namespace Initiatives.Domain;

/// <summary>
/// The forum that has an escalation answers it: direction, money, re-plan, close, or sent back. What the answer asks for
/// is then done by those whose matter it is; the answer itself changes no terms.
/// </summary>
/// <param name="Amount">DKK, when the answer is money.</param>
public sealed record DecideEscalation(
    int Escalation,
    string Forum,
    EscalationAnswer Answer,
    string Decision,
    decimal? Amount,
    DecidedHow How,
    string? Meeting = null) : InitiativeCommand
{
    public override Decision<InitiativeEvent> Decide(Initiative initiative, Setting setting)
    {
        var fact = new EscalationDecided(Escalation, Forum, Answer, Decision, Amount, How, Meeting);
        return initiative.Escalation(Escalation)?.Answer == fact
            ? Decision<InitiativeEvent>.Nothing
            : new BrokenRules(initiative, setting)
                .NotEnded()
                .EscalationWith(Escalation, Forum)
                .If(!Enum.IsDefined(Answer), () => InitiativeRefusals.ValueUnknown("answer"))
                .Text(Decision, "decision", ("beslutningen", "the decision"))
                .If(Answer is EscalationAnswer.Money && Amount is null, InitiativeRefusals.MoneyNeedsAmount)
                .If(Answer is not EscalationAnswer.Money && Amount is not null, InitiativeRefusals.AmountWithoutMoney)
                .Money(Amount, "amount")
                .Decided(How, Meeting, Forum)
                .Else(() => [fact]);
    }
}
