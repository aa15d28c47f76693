using Initiatives.Api.Features.Acts;
using Initiatives.Api.Features.Shell;
using Initiatives.Domain;
using Initiatives.Reporting;
using Remedy = Initiatives.Reporting.Record.Remedy;

namespace Initiatives.Api.Features.Deviations.Acts;

/// <summary>Something that is done to a remedy that was agreed.</summary>
public abstract class RemedyAct<TCommand>(CaseInHand subject, Remedy remedy) : CaseAct<TCommand>(subject)
    where TCommand : InitiativeCommand
{
    protected Remedy Remedy { get; } = remedy;

    public override Refusal? Closed => base.Closed ?? Remedy switch
    {
        { Done: not null } => InitiativeRefusals.RemedyAlreadyDone(Remedy.Number),
        { Dropped: not null } => InitiativeRefusals.RemedyAlreadyDropped(Remedy.Number),
        _ => null,
    };

    public override IEnumerable<(string Heading, string? Text)> Facts(Texts texts) =>
    [
        (texts["Remedy.What"], Remedy.Agreed.Fact.What),
        (texts["Remedy.Who"], About.Name(Remedy.Agreed.Fact.Who)),
        (texts["Remedy.Due"], texts.Say.LongDate(Remedy.Due)),
    ];
}
