using System.Globalization;
using Initiatives.Api.Features.Acts;
using Initiatives.Api.Features.Initiatives;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Endings;

/// <summary>/indsatser/{number}/sammenlaeg: it ends and lives on in another of the same plan, which absorbs it; both or neither.</summary>
internal sealed class MergeInitiativeAct(InitiativeInHand about)
    : ForumChoiceAct<MergeInto>(about, ForumDuty.PlaceOrders, ForumDuty.ApproveConfirmation, ForumDuty.DecideEscalations)
{
    public override string Path => $"{About.Path}/sammenlaeg";

    // The other half of it is the managing forum's.
    public override bool IsMine => base.IsMine && About.Visit.May<Absorb>(About.Number, About.Cluster.ManagingForum?.Id);

    public override IEnumerable<Ask> Asks(Texts texts) =>
    [
        new Ask.Many("into", texts["Ask.Into"], [.. Others.Select(c => new Option(c.Number.ToString(CultureInfo.InvariantCulture), $"{c.Number}. {c.Title}"))]),
        .. AskForum(texts),
        new Ask.Words("reason", texts["Ask.Reason"]),
    ];

    public override IReadOnlyList<Wish> Read(Answers answers)
    {
        var into = int.TryParse(answers.Chosen("into"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var reason = answers.Text("reason");
        return [Wish(new MergeInto(ReadForum(answers), into, reason)), new InitiativeWish(About.State.Plan, into, new Absorb(About.Number, About.State.Title, reason))];
    }

    private IEnumerable<Reporting.Record.InitiativeCard> Others =>
        About.Visit.Standing.Cards.Where(c => c.Number != About.Number && !c.Track.HasEnded).OrderBy(c => c.Number);
}
