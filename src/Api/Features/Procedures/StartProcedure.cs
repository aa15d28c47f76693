using System.ComponentModel;
using Initiatives.Api.Features.People;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Procedures;

/// <summary>PUT .../procedures/{procedure}: asks a forum's members; each gets a mail with a link that opens this procedure alone.</summary>
internal static class StartProcedure
{
    /// <param name="Subject">Key of a case that awaits the forum, as its agenda has it: <c>confirmation-handleplan-2023-10-1</c>. Left out for anything else.</param>
    /// <param name="Heading">Left out, the case's own; demanded without a subject, as is the recommendation.</param>
    /// <param name="Recommendation">The whole sentence, "Det indstilles, at Chefforum ...".</param>
    /// <param name="Material">Where more is read: whole addresses, or paths of this service.</param>
    /// <param name="Deadline">The last day that is not late: a working day, tomorrow at the earliest and 60 days ahead at the latest.</param>
    public sealed record Body(
        string Forum,
        DateOnly Deadline,
        string? Subject = null,
        string? Heading = null,
        string? Recommendation = null,
        string? Background = null,
        IReadOnlyList<ProcedureMaterial>? Material = null);

    public static readonly Body Example = new("chefforum", new(2023, 11, 3), "confirmation-handleplan-2023-10-1", Material: [new("Notat om økonomien", "https://example.org/notat.pdf")]);

    public static async Task<IResult> Handle(
        [Description("Cluster id, e.g. nordjylland-midt.")] string cluster,
        [Description("An id of its own: lower-case letters, digits and hyphens.")] string procedure,
        Body body,
        ProcedureReader procedures,
        PeopleRegister people,
        TimeProvider time,
        Desk desk,
        HttpContext http)
    {
        if (await procedures.RecordAsync(cluster, null, http.RequestAborted) is not { } record) return Problems.Result(http, StatusCodes.Status404NotFound, Faults.Missing(Streams.Cluster));
        var today = Clock.Day(time.GetUtcNow(), record.Cluster.TimeZone);
        var forum = record.Cluster.Forum(body.Forum);
        var item = forum is null ? new AgendaItem("", AgendaItemKind.Free, "", "") : ProcedureSubjects.Item(record, forum, today, body.Subject, body.Heading, body.Recommendation, body.Background);
        // Sent again when the case has been decided meanwhile, it is the one that was asked about.
        item ??= record.Procedures.FirstOrDefault(p => p.Id == procedure)?.Asked.Item;
        if (item is null) return Problems.Result(http, StatusCodes.Status404NotFound, Faults.Missing("item"));
        var members = ProcedureSubjects.Members(await people.ReadAsync(cluster, http.RequestAborted), body.Forum, today);
        return await desk.PutAsync(new ProcedureWish(new Domain.StartProcedure(procedure, body.Forum, item, body.Material ?? [], body.Deadline, members), Creates: true));
    }
}
