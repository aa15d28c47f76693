using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Initiatives.Year.Cast;
using Initiatives.Year.Expected;
using Initiatives.Year.Seen;

namespace Initiatives.Year.Folder;

/// <summary>A page of the folder: Danish, without script, and with its style in itself.</summary>
internal static class Page
{
    private const string Style = """
        body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:0 auto;padding:1rem;color:#1a1a1a}h1{line-height:1.2}h2{margin-top:2.5rem;border-bottom:2px solid #ccc}
        table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;padding:.3rem .8rem .3rem 0;border-bottom:1px solid #e0e0e0}
        .hour{white-space:nowrap}.mail a,.edition a,.meeting a{margin-right:.6rem;white-space:nowrap}nav a{white-space:nowrap}.fault td{background:#fff3e0}.kind{white-space:nowrap;color:#555}
        .sum{background:#f0f6fc;border-left:6px solid #0059b3;padding:.6rem 1rem;font-weight:600}nav a{margin-right:1rem}pre{white-space:pre-wrap}iframe{width:100%;height:75vh;border:1px solid #ccc}
        """;

    public static string Of(string title, string body) =>
        $"<!doctype html><html lang=\"da\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{Safe(title)}</title><style>{Style}</style><h1>{Safe(title)}</h1>{body}</html>";

    public static string Safe(string? text) => WebUtility.HtmlEncode(text ?? "");
}

/// <summary>The year hour by hour.</summary>
internal static class IndexPage
{
    private static readonly CultureInfo Danish = CultureInfo.GetCultureInfo("da-DK");

    private static readonly Dictionary<string, string> Kinds = new() { ["act"] = "gøres", ["round"] = "runde", ["edition"] = "rapport", ["mail"] = "mail", ["meeting"] = "møde", ["fault"] = "nedbrud" };

    public static string Write(IReadOnlyList<Entry> entries, IReadOnlyList<Script> scripts, Comparison comparison)
    {
        var months = entries.GroupBy(e => Almanac.Day(e.At) is var d ? new DateOnly(d.Year, d.Month, 1) : default).ToList();
        var text = new StringBuilder("<p>Hvad tjenesten gjorde af sig selv, og hvad folk gjorde, time for time (dansk tid). Hver mail kan åbnes, som den blev læst, og som fil.</p>");
        text.Append(CultureInfo.InvariantCulture, $"<p class=\"sum\">{comparison.Expected} ventet, {comparison.Seen} set, {comparison.Missing.Count} mangler, {comparison.Extra.Count + comparison.Twice} to gange eller uventet, {comparison.Wrong.Count} forkert, {comparison.Repeats} gentagne afleveringer med samme Message-ID</p>");
        foreach (var line in comparison.Missing.Concat(comparison.Extra).Concat(comparison.Wrong))
            text.Append("<p>").Append(Page.Safe(line)).Append("</p>");
        text.Append("<nav>").AppendJoin(' ', months.Select(m => $"<a href=\"#{m.Key:yyyy-MM}\">{m.Key.ToString("MMM yyyy", Danish)}</a>")).Append("</nav>");
        var names = scripts.ToDictionary(s => s.Town.Id, s => s.Town.File.Replace(".json", "", StringComparison.Ordinal));
        foreach (var month in months)
        {
            text.Append(CultureInfo.InvariantCulture, $"<h2 id=\"{month.Key:yyyy-MM}\">{month.Key.ToString("MMMM yyyy", Danish)}</h2><table><thead><tr><th>Tid<th>Klynge<th>Hvad<th></tr></thead>");
            foreach (var e in month)
            {
                text.Append(CultureInfo.InvariantCulture, $"<tr class=\"{e.Kind}\"><td class=\"hour\">{Hour(e.At)}<td>{names.GetValueOrDefault(e.Town, "")}<td>{Page.Safe(e.Text)} ");
                text.AppendJoin(' ', e.Links.Select(l => $"<a href=\"{l.Path}\">{Page.Safe(l.Name)}</a>")).Append(CultureInfo.InvariantCulture, $"<td class=\"kind\">{Kinds[e.Kind]}</tr>");
            }
            text.Append("</table>");
        }
        return Page.Of(scripts.Count == 1 ? "Et år i en sundhedsklynge" : $"Et år i {scripts.Count} sundhedsklynger", text.ToString());
    }

    /// <summary>"man. 30. okt. kl. 06.00".</summary>
    private static string Hour(DateTimeOffset at)
    {
        var local = Almanac.Local(at);
        return string.Create(CultureInfo.InvariantCulture, $"{Almanac.Weekday(DateOnly.FromDateTime(local))} kl. {local:HH.mm}");
    }
}

/// <summary>One mail as its receiver saw it, with what stands around it.</summary>
internal static class MailPage
{
    public static string Write(SeenMail mail, string file)
    {
        var rows = new[] { "From", "To", "Subject", "Message-ID", "In-Reply-To", "Content-Language" }.Where(mail.Read.Headers.ContainsKey).Select(h => $"<tr><th>{h}<td>{Page.Safe(mail.Read.Headers[h])}</tr>");
        var attached = mail.Read.Attachments.Select(a => $"<tr><th>Vedhæftet<td>{Page.Safe(a.Name)} ({a.Bytes / 1024} kB)</tr>");
        return Page.Of(
            mail.Subject,
            $"<p><a href=\"../index.html\">Året</a> <a href=\"{file}\">Hele mailen</a></p><table>{string.Concat(rows.Concat(attached))}</table><iframe title=\"Mailen\" sandbox srcdoc=\"{Page.Safe(mail.Read.Html)}\"></iframe><h2>Som ren tekst</h2><pre>{Page.Safe(mail.Read.Plain)}</pre>");
    }
}

/// <summary>Agenda and minutes, as the API tells them.</summary>
internal static class MeetingPages
{
    public static string Agenda(string forum, Meeting meeting, JsonElement agenda) => Write($"Dagsorden for møde i {forum} {Almanac.Weekday(meeting.On)} {meeting.On.Year}", agenda.GetProperty("items"), item =>
    {
        var outcomes = item.GetProperty("outcomes").EnumerateArray().Select(o => $"<p>→ {Page.Safe(o.GetProperty("words").GetString())}</p>");
        return $"<p>{Page.Safe(item.GetProperty("recommendation").GetString())}</p>{string.Concat(outcomes)}";
    });

    public static string Minutes(string forum, Meeting meeting, JsonElement minutes) =>
        Write($"Referat af møde i {forum} {Almanac.Weekday(meeting.On)} {meeting.On.Year}", minutes.GetProperty("points"), point => $"<p>{Page.Safe(point.GetProperty("text").GetString())}</p>");

    private static string Write(string title, JsonElement items, Func<JsonElement, string> said)
    {
        var text = new StringBuilder("<p><a href=\"../../index.html\">Året</a></p>");
        foreach (var item in items.EnumerateArray())
            text.Append(CultureInfo.InvariantCulture, $"<h2>{item.GetProperty("number").GetInt32()}. {Page.Safe(item.GetProperty("heading").GetString())}</h2>{said(item)}");
        return Page.Of(title, text.ToString());
    }
}
