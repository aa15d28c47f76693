using Initiatives.Api.Features.People;
using Initiatives.Api.Features.Procedures;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Reading;
using Initiatives.Domain;
using Initiatives.EventStore;
using Initiatives.Reporting.Agendas;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Interchange;

/// <summary>
/// What no document carries of Sundhedsklynge Midt's example history: the approved minutes of the meetings at which a question was sent up and
/// answered, and two written procedures of the managing forum, one concluded and one that runs. Its days follow the calendar, which was moved to today.
/// Nobody is told by mail: it happened before the service was there.
/// </summary>
internal sealed class DemoDecisions(EventLog log, EventStoreDataSources sources, Loading loading, KnownStreams known, ClusterReader records, PeopleRegister people)
{
    public const string Concluded = "eksempel-hoeringssvar";
    public const string Running = "eksempel-temadag";

    private const string Example = "Eksempel på en sag, der ikke kan vente til næste møde.";

    private readonly ChangeHandler _quietly = new(sources, loading, new Writing(log, sources, []), known);

    /// <summary>When the minutes of a meeting are approved: three days later.</summary>
    public static DateTimeOffset ApprovedAt(Meeting meeting, string timeZone) => LocalInstant.At(meeting.On.AddDays(3), 12, timeZone);

    public async Task MakeAsync(string tenant, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await records.ReadAsync(tenant, now, cancellation) is not { Cluster.ManagingForum: { } managing } record) return;
        var register = await people.ReadAsync(tenant, cancellation);
        foreach (var meeting in Told(record)) await WriteMinutesAsync(record, meeting, register, cancellation);
        var today = Clock.Day(now, record.Cluster.TimeZone);
        if (record.Calendar.Previous(managing.Id, today) is not { } last || record.Calendar.Next(managing.Id, today) is not { } next) return;
        string[] members = [.. ProcedureSubjects.Members(register, managing.Id, today)];
        await ConcludeAsync(record.Cluster, managing, members, last.On, cancellation);
        await AskAsync(record.Cluster, managing, members, last.On, next.On, now, cancellation);
    }

    /// <summary>The meetings at which a question was sent up or answered.</summary>
    private static IEnumerable<Meeting> Told(ClusterRecord record) =>
    [
        .. record.Initiatives.SelectMany(i => i.Events).Select(e => e.Fact switch
        {
            EscalationRaised raised => raised.Meeting,
            EscalationDecided decided => decided.Meeting,
            _ => null,
        }).OfType<string>().Distinct().Select(record.Calendar.Find).OfType<Meeting>().OrderBy(m => m.On),
    ];

    /// <summary>What the initiatives' own facts do not say was taken note of; all but one were there; approved, and sent.</summary>
    private async Task WriteMinutesAsync(ClusterRecord record, Meeting meeting, IReadOnlyList<Person> register, CancellationToken cancellation)
    {
        var (cluster, forum) = (record.Cluster, meeting.Forum);
        var (met, approved) = (LocalInstant.At(meeting.On, 17, cluster.TimeZone), ApprovedAt(meeting, cluster.TimeZone));
        string[] members = [.. ProcedureSubjects.Members(register, forum, meeting.On)];
        await SendAsync(cluster, met, new RecordAttendance(meeting.Id, forum, [.. members.SkipLast(1)], [.. members.TakeLast(1)]), cancellation);
        foreach (var item in (await SheetAsync()).Points.Where(p => p.Outcomes.Count == 0).Select(p => p.Item))
        {
            AgendaOutcome? outcome = item.Kind switch
            {
                AgendaItemKind.Opening => AgendaOutcome.Approved,
                AgendaItemKind.Minutes or AgendaItemKind.Deviation or AgendaItemKind.Silence or AgendaItemKind.Wheel => AgendaOutcome.TakenNote,
                _ => null,
            };
            if (outcome is { } made) await SendAsync(cluster, met, new RecordOutcome(meeting.Id, forum, item, made), cancellation);
        }
        await SendAsync(cluster, approved, new ApproveMinutes(meeting.Id, forum, (await SheetAsync()).Minutes), cancellation);
        await SendAsync(cluster, approved, new SendMinutes(meeting.Id, forum), cancellation);

        async Task<AgendaSheet> SheetAsync() => AgendaSheet.Of((await records.ReadAsync(cluster.Id, approved, cancellation))!, meeting, meeting.On)!;
    }

    private async Task ConcludeAsync(Cluster cluster, Forum forum, string[] members, DateOnly after, CancellationToken cancellation)
    {
        var item = Item(forum, "Fælles høringssvar om deling af data", "godkender det fælles høringssvar om deling af data på tværs af sektorer");
        await SendAsync(cluster, At(3, 9), new Domain.StartProcedure(Concluded, forum.Id, item, [], WorkingDays.OnOrAfter(after.AddDays(9)), members), cancellation);
        for (var n = 0; n < members.Length; n++)
        {
            var remark = n == 1 ? "Afsnittet om patienternes samtykke bør stå tydeligere." : null;
            await AnswerAsync(cluster, At(4 + (n % 4), 10 + (n % 6)), Concluded, forum, members[n], remark, cancellation);
        }
        await SendAsync(cluster, At(9, 15), new Domain.ConcludeProcedure(Concluded, forum.Id, AgendaOutcome.ApprovedWithRemarks, "Afsnittet om patienternes samtykke gøres tydeligere, inden svaret sendes."), cancellation);

        DateTimeOffset At(int days, int hour) => LocalInstant.At(after.AddDays(days), hour, cluster.TimeZone);
    }

    /// <summary>Two have answered, one of them with a remark; the others are still asked.</summary>
    private async Task AskAsync(Cluster cluster, Forum forum, string[] members, DateOnly after, DateOnly next, DateTimeOffset now, CancellationToken cancellation)
    {
        var item = Item(forum, "Deltagere i temadag om patientinddragelse", "udpeger en deltager fra hver organisation til en temadag om patientinddragelse");
        var asked = LocalInstant.At(after.AddDays(10), 8, cluster.TimeZone) is var wanted && wanted < now ? wanted : now;
        // Over the summer the next meeting is further off than a question may wait.
        var (before, latest) = (next.AddDays(-7), after.AddDays(60));
        await SendAsync(cluster, asked, new Domain.StartProcedure(Running, forum.Id, item, [], WorkingDays.OnOrBefore(before < latest ? before : latest), members), cancellation);
        string?[] remarks = ["Vi deltager gerne, hvis temadagen ligger sidst på dagen.", null];
        foreach (var (member, remark) in members.TakeLast(2).Zip(remarks))
            await AnswerAsync(cluster, now, Running, forum, member, remark, cancellation);
    }

    private static AgendaItem Item(Forum forum, string heading, string asked) =>
        new("free-1", AgendaItemKind.Free, heading, $"Det indstilles, at {forum.Name} {asked}.", Background: Example);

    private Task AnswerAsync(Cluster cluster, DateTimeOffset at, string procedure, Forum forum, string member, string? remark, CancellationToken cancellation) =>
        SendAsync(new(cluster.Id, member, at), new ProcedureWish(new Domain.AnswerProcedure(procedure, forum.Id, member, remark is null ? ProcedureStance.Agrees : ProcedureStance.AgreesWithRemarks, remark)), cancellation);

    private Task SendAsync(Cluster cluster, DateTimeOffset at, AgendaCommand command, CancellationToken cancellation) =>
        SendAsync(new(cluster.Id, Actors.Demo, at, command.Forum), new AgendaWish(command), cancellation);

    private Task SendAsync(Cluster cluster, DateTimeOffset at, ProcedureCommand command, CancellationToken cancellation) =>
        SendAsync(new(cluster.Id, Actors.Demo, at, command.Forum), new ProcedureWish(command, Creates: true), cancellation);

    private async Task SendAsync(CommandContext context, Wish wish, CancellationToken cancellation)
    {
        if (await _quietly.Handle(new Change(context, wish), cancellation) is not Outcome.Accepted)
            throw new InvalidOperationException($"The example history breaks a rule with {wish.Name} for {wish.Stream}.");
    }
}
