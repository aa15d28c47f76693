using Initiatives.Api.Features.Shell;
using Initiatives.Domain;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Deviations;

/// <summary>Whose turn it is in a case, and to do what, in a sentence. Who it is, is the domain's answer; only the words are ours.</summary>
internal static class TurnWords
{
    public static string Of(CaseInHand subject, Texts texts)
    {
        var (turn, state) = (subject.About.Turn, subject.About.State);
        var who = turn.Forum is { } forum ? subject.About.Name(forum) : subject.About.Owner;
        var wanted = subject.Wanted is { } wish ? subject.About.Name(wish) : "";
        return turn.Waiting switch
        {
            _ when !subject.IsOpen => texts["Turn.Closed"],
            Waiting.Nobody => texts["Turn.Nobody"],
            Waiting.Owner => texts[state is { Deviation.Track.Track: DeviationTrack.Replan, Pending: null } ? "Turn.Replan" : "Turn.Owner", state.Deviation is null ? who : AtWork(subject, texts)],
            _ => texts[$"Turn.{ForForum(subject, state)}", who, wanted],
        };
    }

    private static string ForForum(CaseInHand subject, Initiative state) => (subject.Deviation.OpenEscalation, state) switch
    {
        (_, { Claim: not null }) => "ApproveClosing",
        ({ Decided: null }, _) => "DecideEscalation",
        ({ Noted: null }, _) => "NoteAnswer",
        (_, { Deviation.Light: TrafficLight.Green }) => "CloseDeviation",
        (_, { Deviation.Track: null }) => "ChooseTrack",
        (_, { Deviation.Track.Track: DeviationTrack.Replan }) => "ApproveReplan",
        (_, { Deviation.Track.Track: DeviationTrack.BackToPlan }) => subject.Wanted == subject.Managing?.Id ? "DecideWanted" : "Wanted",
        _ => "DecideClosing",
    };

    private static string AtWork(CaseInHand subject, Texts texts) =>
        CaseTurn.AtWork(subject.About.Record, subject.Deviation, subject.About.Cluster) is { Count: > 0 } parties ? texts.Say.List([.. parties.Select(subject.About.Name)]) : subject.About.Owner;
}
