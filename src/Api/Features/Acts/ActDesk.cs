using Initiatives.Api.Features.Initiatives;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Acts;

/// <summary>Sets the form of an act and takes what it sends, the same way for all of them. Nothing that was typed is lost.</summary>
internal sealed class ActDesk(PageDesk desk, InitiativesInHand initiatives)
{
    /// <param name="find">The act in its place; null when the address names something that is not there.</param>
    public Task<IResult> ShowAsync(int number, Func<InitiativeInHand, Act?> find) => desk.ShowAsync(
        async visit =>
        {
            if (await FindAsync(visit, number, find) is not { } act) return desk.NotFound();
            // Whoever could do it in some forum may look at the form's page; whose turn it is, is what it then says.
            return act.IsOffered ? PageDesk.Set<ActPage>(ActView.Of(FrameOf(act), act)) : Closed(act);
        },
        fromRecord: false);

    public Task<IResult> PostAsync(int number, Func<InitiativeInHand, Act?> find) => desk.PostAsync(async (visit, form) =>
    {
        if (await FindAsync(visit, number, find) is not { } act) return desk.NotFound();
        var fields = Fields.Of(form);
        if (FieldRows.Press(fields, form[Fields.Press])) return Set(act, fields, []);
        var answers = new Answers(fields);
        var wishes = act.Read(answers);
        if (answers.Faults.Count > 0) return Mend(act, answers, Told(act, answers, wishes), StatusCodes.Status400BadRequest);
        if (answers.LacksText && Told(act, answers, wishes) is { Count: > 0 } missing) return Mend(act, answers, missing, StatusCodes.Status409Conflict);
        return await desk.SendAsync(visit, form, wishes) switch
        {
            Outcome.Accepted => desk.Done(visit, act.Back, act.Name),
            Outcome.Refused refused => Mend(act, answers, refused.Refusals, StatusCodes.Status409Conflict),
            Outcome.Stale stale => await desk.ConflictAsync(visit, form, stale, Streams.Initiative(act.About.State.Plan, number), Labels(act, fields)),
            Outcome.Missing => desk.NotFound(),
            _ => desk.Forbidden(),
        };
    });

    private async Task<Act?> FindAsync(PageVisit visit, int number, Func<InitiativeInHand, Act?> find) =>
        await initiatives.FindAsync(visit, number, desk.Cancellation) is { } about ? find(about) : null;

    /// <summary>What could not be read, and all that the domain would say of the rest: a person hears of everything at once.</summary>
    private static IReadOnlyList<Refusal> Told(Act act, Answers answers, IReadOnlyList<Wish> wishes)
    {
        var told = answers.Faults.Select(f => f.Field).ToHashSet();
        var decided = wishes.OfType<InitiativeWish>().First().Command.Decide(act.About.State, act.About.Setting).Refusals;
        return [.. answers.Faults, .. decided.Where(r => r.Field is not { } field || !told.Contains(answers.Place(field)))];
    }

    private IResult Mend(Act act, Answers answers, IReadOnlyList<Refusal> refusals, int status)
    {
        var names = Ask.All(act.Asks(desk.Texts), answers.Fields).Select(a => a.Name).ToList();
        string? Place(string field) => answers.Place(field) is var place && names.Contains(place) ? place : null;
        // In the order of the form, as it is read; what has no field of its own comes first.
        var ordered = refusals.OrderBy(r => r.Field is { } field && Place(field) is { } place ? names.IndexOf(place) : -1);
        return Set(act, answers.Fields, [.. ordered], Place, status);
    }

    private IResult Set(Act act, Fields fields, IReadOnlyList<Refusal> refusals, Func<string, string?>? place = null, int status = StatusCodes.Status200OK) =>
        PageDesk.Set<ActPage>(ActView.Of(FrameOf(act, refusals.Count > 0), act, fields, FormErrors.Of(refusals, desk.Texts.Language, place)), status);

    private IResult Closed(Act act)
    {
        var why = act.Closed is { } closed ? closed.In(desk.Texts.Language)
            : act.Forum is { } forum ? desk.Texts["Act.OfForum", act.About.Name(forum)]
            : desk.Texts["Act.OfOthers"];
        return PageDesk.Set<ClosedActPage>(new ClosedAct(FrameOf(act), act, why), StatusCodes.Status409Conflict);
    }

    private Dictionary<string, string> Labels(Act act, Fields fields) =>
        Ask.All(act.Asks(desk.Texts), fields).DistinctBy(a => a.Name).ToDictionary(a => a.Name, a => a.Label);

    private Frame FrameOf(Act act, bool wrong = false)
    {
        var title = desk.Texts[$"Act.{act.Name}"];
        return desk.Frame(act.About.Visit, wrong ? $"{desk.Texts["Form.Error"]}: {title}" : title, act.Trail(desk.Texts));
    }
}
