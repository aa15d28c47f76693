using System.Globalization;
using Initiatives.Api.Features.Acts;
using Initiatives.Api.Features.Initiatives;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Endings;

/// <summary>/indsatser/{number}/opdel: it ends and lives on in several, ordered and listed with it as their origin; all or nothing.</summary>
internal sealed class SplitInitiativeAct(InitiativeInHand about) : ForumChoiceAct<SplitInto>(about, ForumDuty.PlaceOrders)
{
    private const string Into = "into";

    public override string Path => $"{About.Path}/opdel";

    // The new ones are put on the plan, which whoever keeps the plan does.
    public override bool IsMine => base.IsMine && About.Visit.May<ListInitiative>();

    public override IEnumerable<Ask> Asks(Texts texts) =>
    [
        .. AskForum(texts),
        new Ask.Words("reason", texts["Ask.Reason"]),
        new Ask.Group(Into, texts["Ask.Parts"], texts["Ask.Part"], AtLeast: 2,
            [new Ask.Measure("number", texts["Ask.Number"]), new Ask.Line("title", texts["Ask.Title"]), new Ask.Words("order", texts["Ask.Order"], Rows: 3)]),
    ];

    public override void Prefill(Fields fields)
    {
        var next = About.Visit.Standing.Cards.Max(c => c.Number) + 1;
        for (var at = 0; at < 2; at++) fields[$"{FieldRows.Row(Into, at)}.number"] = (next + at).ToString(CultureInfo.InvariantCulture);
    }

    public override IReadOnlyList<Wish> Read(Answers answers)
    {
        var (plan, card, forum, reason) = (About.State.Plan, About.Record.Card, ReadForum(answers), answers.Text("reason"));
        var origin = new Origin("split", plan, [About.Number]);
        var parts = FieldRows.Written(answers.Fields, Into).Select(at => FieldRows.Row(Into, at))
            .Select(row => (Number: answers.Whole($"{row}.number"), Title: answers.Text($"{row}.title"), Order: answers.Text($"{row}.order"))).ToList();
        return
        [
            Wish(new SplitInto(forum, [.. parts.Select(p => p.Number)], reason)),
            .. parts.Select(p => new InitiativeWish(plan, p.Number, new Domain.OrderInitiative(forum, plan, p.Number, p.Title, card.FocusArea, p.Order, card.Partners, CarriesOn: origin), Creates: true)),
            .. parts.Select(p => new PlanWish(plan, new ListInitiative(p.Number))),
        ];
    }
}
