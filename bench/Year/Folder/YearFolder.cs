using System.Globalization;
using Initiatives.Year.Cast;
using Initiatives.Year.Conducting;
using Initiatives.Year.Expected;
using Initiatives.Year.Seen;
using Npgsql;

namespace Initiatives.Year.Folder;

/// <summary>
/// Keeps a year as a folder that needs nothing but a browser: what happened, hour by hour, each mail as it came and as it reads, each edition
/// as page and PDF, each meeting's agenda and minutes.
/// </summary>
internal sealed class YearFolder(string directory, Installation installation, IReadOnlyList<Script> scripts)
{
    private readonly List<Entry> _entries = [];

    public async Task WriteAsync(Record record, Comparison comparison, Faults faults)
    {
        Directory.CreateDirectory(directory);
        foreach (var script in scripts)
        {
            _entries.AddRange(script.Acts.Select(a => new Entry(a.At, script.Town.Id, "act", a.What, [])));
            await MeetingsAsync(script);
        }
        await EditionsAsync();
        await MailsAsync(record.Mails);
        foreach (var round in record.Rounds)
        {
            var about = round.Numbers.Length == 0 ? (round.Opened ? "ingen skal give status" : "ingen mangler") : $"{(round.Opened ? "indsats" : "mangler: indsats")} {round.Numbers.Replace(" ", ", ", StringComparison.Ordinal)}";
            _entries.Add(new(round.At, round.Town, "round", $"Statusrunden før {round.Meeting} {(round.Opened ? "åbner" : "lukker")}: {about}", []));
        }
        _entries.AddRange(faults.Kills.Select(k => new Entry(k, "", "fault", "Tjenesten slås ihjel (kill -9) og startes igen", [])));
        if (faults.Outage is { } outage)
            _entries.AddRange([new(outage.From, "", "fault", "Mailserveren går ned", []), new(outage.To, "", "fault", "Mailserveren er oppe igen", [])]);
        await File.WriteAllTextAsync(Path.Combine(directory, "index.html"), IndexPage.Write([.. _entries.OrderBy(e => e.At).ThenBy(e => e.Order)], scripts, comparison));
    }

    private async Task MeetingsAsync(Script script)
    {
        var town = script.Town;
        foreach (var meeting in town.Meetings().Where(m => m.Cancelled is null))
        {
            var desk = new Desk(installation.Node.Http, town, "read", Installation.OperatorsToken, new HashSet<string>());
            var agenda = await desk.AsOperatorAsync(HttpMethod.Get, $"meetings/{meeting.Id}/agenda", null);
            var minutes = await desk.AsOperatorAsync(HttpMethod.Get, $"meetings/{meeting.Id}/minutes", null);
            var forum = town.Forums[meeting.Forum];
            await KeepAsync($"dagsordener/{town.Id}/{meeting.Id}.html", MeetingPages.Agenda(forum, meeting, agenda));
            await KeepAsync($"referater/{town.Id}/{meeting.Id}.html", MeetingPages.Minutes(forum, meeting, minutes));
            _entries.Add(new(
                Almanac.At(meeting.On, (meeting.Start ?? new TimeOnly(10, 0)).Hour), town.Id, "meeting", $"Mødet i {forum} begynder",
                [new("dagsorden", $"dagsordener/{town.Id}/{meeting.Id}.html"), new("referat", $"referater/{town.Id}/{meeting.Id}.html")]));
        }
    }

    private async Task EditionsAsync()
    {
        const string all = """
            SELECT e.issued_at, e.tenant_id, e.kind, e.occasion, e.edition, e.why, e.html,
                (SELECT f.content FROM edition_files f WHERE (f.tenant_id, f.kind, f.occasion, f.edition, f.format) = (e.tenant_id, e.kind, e.occasion, e.edition, 'pdf') ORDER BY f.made_at DESC LIMIT 1)
            FROM editions e
            """;
        await using var command = installation.Watch.Database.CreateCommand(all);
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
        {
            var (town, name) = (row.GetString(1), string.Create(CultureInfo.InvariantCulture, $"{row.GetString(2)}.{row.GetString(3)}.{row.GetInt32(4)}"));
            var links = new List<Link> { new("side", $"udgaver/{town}/{name}.html") };
            await KeepAsync(links[0].Path, row.GetFieldValue<byte[]>(6));
            if (!row.IsDBNull(7))
            {
                links.Add(new("PDF", $"udgaver/{town}/{name}.pdf"));
                await KeepAsync(links[1].Path, row.GetFieldValue<byte[]>(7));
            }
            var why = row.IsDBNull(5) ? "" : $". {row.GetString(5)}";
            _entries.Add(new(row.GetFieldValue<DateTimeOffset>(0), town, "edition", $"{PackRules.TitleOf(row.GetString(2))} til {row.GetString(3)}, udgave {row.GetInt32(4)}{why}", links));
        }
    }

    /// <summary>Those that came at one moment about one thing stand in one line.</summary>
    private async Task MailsAsync(IReadOnlyList<SeenMail> mails)
    {
        var kept = new List<(SeenMail Mail, string Path)>();
        foreach (var (number, mail) in mails.Index())
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"mails/{number + 1:0000}");
            await KeepAsync($"{path}.eml", await File.ReadAllBytesAsync(mail.File));
            await KeepAsync($"{path}.html", MailPage.Write(mail, $"{number + 1:0000}.eml"));
            kept.Add((mail, path));
        }
        foreach (var together in kept.GroupBy(k => (k.Mail.At, k.Mail.Subject)))
        {
            var town = scripts.FirstOrDefault(s => s.Town.People.Any(p => p.Mail == together.First().Mail.To))?.Town.Id ?? "";
            _entries.Add(new(together.Key.At, town, "mail", $"Mail: {together.Key.Subject}", [.. together.Select(k => new Link(k.Mail.To.Split('@')[0], $"{k.Path}.html"))]));
        }
    }

    private Task KeepAsync(string path, string text) => KeepAsync(path, System.Text.Encoding.UTF8.GetBytes(text));

    private async Task KeepAsync(string path, byte[] content)
    {
        var file = Path.Combine(directory, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllBytesAsync(file, content);
    }
}

/// <param name="Kind">act, round, edition, mail, meeting or fault.</param>
internal sealed record Entry(DateTimeOffset At, string Town, string Kind, string Text, IReadOnlyList<Link> Links)
{
    /// <summary>Within one instant: what goes wrong, what is done, and what comes of it.</summary>
    public int Order => Array.IndexOf(["fault", "act", "meeting", "round", "edition", "mail"], Kind);
}

internal sealed record Link(string Name, string Path);
