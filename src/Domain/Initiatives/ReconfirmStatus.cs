namespace Initiatives.Domain;

/// <summary>
/// "Uændret, gælder stadig": one press gives the last status a new date, when it was green and still is within the
/// tolerances. A yellow or red must be written anew, so that nobody sleeps on it.
/// </summary>
public sealed record ReconfirmStatus : InitiativeCommand
{
    public override Decision<InitiativeEvent> Decide(Initiative initiative, Setting setting)
    {
        var last = initiative.Status;
        if (initiative.Phase is Phase.InDelivery && last is { Content.Light: TrafficLight.Green, Corrects: null } && last.On == setting.Today)
            return Decision<InitiativeEvent>.Nothing;
        var suggested = last is null ? null : SuggestedLight.For(initiative.Terms, last.Content, setting.Today, setting.Cluster.Tolerances);
        var round = Round.At(setting.Calendar, setting.Cluster, setting.Today);
        return new BrokenRules(initiative, setting)
            .InDelivery()
            .If(last is null, InitiativeRefusals.NothingToReconfirm)
            .If(last is not null && last.Content.Light != TrafficLight.Green, InitiativeRefusals.ReconfirmNotGreen)
            .If(
                last is { Content.Light: TrafficLight.Green } && suggested is { Light: not TrafficLight.Green },
                () => InitiativeRefusals.ReconfirmOutsideTolerance(suggested!))
            .If(
                last is { Content: { Progress: null } or { NextStep: null } or { PatientInvolvement: null or { Text: null } } },
                InitiativeRefusals.ReconfirmIncomplete)
            .Else(() => [new StatusReconfirmed(initiative.Statuses + 1, setting.Today, last!.Posted, round?.Meeting.Id, round?.IsLate(setting.Today) ?? false)]);
    }
}
