using System.CommandLine;
using System.Globalization;
using Initiatives.Api.Features.Meetings;
using Initiatives.Api.Features.Packs;
using Initiatives.Api.Platform;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Reading;
using Initiatives.Domain;
using Initiatives.Reporting.Material;
using MediatR;

namespace Initiatives.Api.CommandLine;

/// <summary>
/// <c>initiatives export-meeting --meeting DATE|next|ID [--forum ID] --out DIR</c>: a meeting's material as a folder in DIR, with an index
/// for agenda systems.
/// </summary>
internal static class ExportMeeting
{
    private static readonly Text About = new(
        "Skriv et mødes materiale til en mappe: dagsorden, bilag, godkendt referat og et XML-indeks til dagsordenssystemer.",
        "Write a meeting's material to a folder: agenda, attachments, approved minutes and an XML index for agenda systems.");

    private static readonly Text Meeting = new("Mødets dag (2023-10-30) eller id; »next« er det næste.", "The meeting's day (2023-10-30) or id; \"next\" is the next one.");

    private static readonly Text Forum = new("Forummets id, hvor flere kunne menes.", "The forum's id, where several could be meant.");

    private static readonly Text Out = new("Mappen, mødets mappe lægges i; den laves, hvis den ikke er der.", "The directory to put the meeting's folder in; made when it is not there.");

    public static Command Verb(string language)
    {
        var meeting = new Option<string>("--meeting") { Description = Meeting.In(language), HelpName = "DATE|next", DefaultValueFactory = _ => FindOccasion.Next };
        var forum = new Option<string?>("--forum") { Description = Forum.In(language), HelpName = "ID" };
        var folder = new Option<string>("--out") { Description = Out.In(language), HelpName = "DIR", Required = true };
        var cluster = WhichCluster.Option(language);
        var verb = new Command("export-meeting", About.In(language)) { meeting, forum, folder, cluster };
        verb.SetAction(async (parsed, cancellation) =>
        {
            await using var installation = await Installation.OpenAsync([], LogLevel.Warning, cancellation);
            var services = installation.Services;
            var tenant = await WhichCluster.FindAsync(services, parsed.GetValue(cluster), cancellation);
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            var found = Find((await services.GetRequiredService<CardReader>().ReadAsync(tenant, cancellation: cancellation))!, parsed.GetValue(meeting)!, parsed.GetValue(forum), now);
            var material = await services.GetRequiredService<IMediator>().Send(new MeetingMaterial(new CommandContext(tenant, Reporting.Record.Actors.Operator, now), found), cancellation) ?? throw Unknown();
            foreach (var path in await SaveAsync(material, parsed.GetValue(folder)!, cancellation))
                Console.WriteLine(path);
            return Words.Done;
        });
        return verb;
    }

    private static string Find(Overview overview, string asked, string? forum, DateTimeOffset now)
    {
        var today = Clock.Day(now, overview.Cluster.TimeZone);
        var day = DateOnly.TryParseExact(asked, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? on : (DateOnly?)null;
        var meetings = overview.Calendar.Meetings.Where(m => !m.IsCancelled && (forum is null || m.Forum == forum)).ToList();
        List<Meeting> found = asked == FindOccasion.Next ? [.. meetings.Where(m => m.On >= today).OrderBy(m => m.On).Take(1)] : meetings.FindAll(m => m.Id == asked || m.On == day);
        return found switch
        {
            [var one] => one.Id,
            [] => throw Unknown(),
            _ => throw new OperatorFault("which-forum", $"Flere fora mødes den dag. Vælg med --forum: {Forums(found)}.", $"Several forums meet that day. Choose with --forum: {Forums(found)}."),
        };
    }

    private static string Forums(IEnumerable<Meeting> meetings) => string.Join(", ", meetings.Select(m => m.Forum));

    private static async Task<List<string>> SaveAsync(MeetingFolder material, string folder, CancellationToken cancellation)
    {
        var into = Directory.CreateDirectory(Path.Combine(folder, material.Name)).FullName;
        List<string> written = [];
        foreach (var file in material.Files)
        {
            written.Add(Path.Combine(into, file.Name));
            await File.WriteAllBytesAsync(written[^1], file.Content, cancellation);
        }
        return written;
    }

    private static OperatorFault Unknown()
    {
        var refusal = InitiativeRefusals.MeetingUnknown("meeting");
        return new(refusal.Code, refusal.Danish, refusal.English);
    }
}
