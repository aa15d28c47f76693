using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Initiatives.Api.Features.Interchange;
using Initiatives.Api.SignIn;
using Initiatives.Api.Tests.Features;
using Initiatives.Support;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatives.Api.Tests.SignIn;

/// <summary>What calendars and feed readers fetch by themselves: read by an independent reader, under addresses that open nothing else.</summary>
public sealed partial class FeedTests : IAsyncLifetime
{
    private const string Midt = "eksempel-midt";

    private ApiHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        var now = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        _host = await ApiHost.StartAsync(now);
        await _host.Services.GetRequiredService<IMediator>().Send(new LoadDemo(now));
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_meeting_that_moves_and_is_cancelled_does_so_in_the_calendar_that_has_it()
    {
        var before = await ReadAsync($"/api/v1/clusters/{Midt}/forums/chefforum/calendar.ics");
        before.Method.ShouldBe("PUBLISH");
        before.Events.ShouldAllBe(e => e.Errors.Count == 0);
        before.Events.Select(e => e.Uid).ShouldBeUnique();
        var meeting = before.Events.Last();
        var id = meeting.Uid.Split('@')[0];
        var day = DateOnly.Parse(meeting.Start[..10], System.Globalization.CultureInfo.InvariantCulture).AddDays(2);

        await ChangeAsync($"/api/v1/clusters/{Midt}/meetings/{id}/date", new { on = day, start = "13:00", end = "15:30", reason = "Sammenfald" });
        var moved = await OneAsync(meeting.Uid);
        moved.Sequence.ShouldBe(meeting.Sequence + 1);
        moved.Status.ShouldBe("CONFIRMED");
        DateTimeOffset.Parse(moved.Start, System.Globalization.CultureInfo.InvariantCulture).ShouldBe(Copenhagen(day, new(13, 0)));
        DateTimeOffset.Parse(moved.End!, System.Globalization.CultureInfo.InvariantCulture).ShouldBe(Copenhagen(day, new(15, 30)));

        await ChangeAsync($"/api/v1/clusters/{Midt}/meetings/{id}/cancellation", new { reason = "For få sager" });
        var cancelled = await OneAsync(meeting.Uid);
        (cancelled.Sequence, cancelled.Status).ShouldBe((meeting.Sequence + 2, "CANCELLED"));
    }

    [Fact]
    public async Task Ones_own_calendar_has_ones_deadlines_and_its_address_opens_nothing_else_and_can_be_closed()
    {
        using var owner = await SignedInAsync("projektejer-10");
        var made = await owner.PostAsync("/min-side/kalender", "/min-side");
        var address = new Uri(Calendar().Match(made.Text).Groups[1].Value).AbsolutePath;
        var secret = address.Split('/')[2];
        ((string)(await _host.ScalarAsync("SELECT string_agg(f::text, ' ') FROM feed_links f"))!).ShouldNotContain(secret);
        (await owner.GetAsync("/min-side")).Text.ShouldNotContain(secret);

        (await ReadAsync(address)).Events.ShouldContain(e => e.Summary.StartsWith("Frist: ", StringComparison.Ordinal) && e.Summary.Contains("10", StringComparison.Ordinal));
        (await ReadAsync($"/kalender/{secret}/direktoerforum.ics")).Events.ShouldAllBe(e => e.Summary.Contains("Direktørforum", StringComparison.Ordinal));
        using var stranger = _host.NewClient(secret);
        (await stranger.GetAsync($"/api/v1/clusters/{Midt}", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(System.Net.HttpStatusCode.Unauthorized);
        (await GetAsync($"/kalender/{secret}/findes-ikke.ics")).Status.ShouldBe(404);

        (await owner.PostAsync("/min-side/kalender/luk", "/min-side")).Status.ShouldBe(303);
        (await GetAsync(address)).Status.ShouldBe(410);
        (await GetAsync($"/kalender/{Secret.Make()}/min.ics")).Status.ShouldBe(410);
    }

    [Fact]
    public async Task Decisions_are_an_atom_feed_newest_first_and_an_unchanged_one_is_not_sent_again()
    {
        var (status, text, tag) = await GetAsync($"/api/v1/clusters/{Midt}/decisions.atom", ApiHost.Token);
        status.ShouldBe(200);
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var feed = XDocument.Parse(text).Root!;
        feed.Name.ShouldBe(atom + "feed");
        var entries = feed.Elements(atom + "entry").ToList();
        entries.Count.ShouldBeGreaterThan(20);
        entries.Select(e => e.Element(atom + "id")!.Value).ShouldBeUnique();
        entries.ShouldAllBe(e => e.Element(atom + "title")!.Value != "" && e.Element(atom + "link")!.Attribute("href")!.Value.StartsWith("http") && e.Element(atom + "author") != null);
        entries.Select(e => DateTimeOffset.Parse(e.Element(atom + "updated")!.Value, System.Globalization.CultureInfo.InvariantCulture)).ShouldBeInOrder(SortDirection.Descending);
        feed.Element(atom + "updated")!.Value.ShouldNotBeNull();

        (await GetAsync($"/api/v1/clusters/{Midt}/decisions.atom", ApiHost.Token, tag)).Status.ShouldBe(304);
    }

    private async Task ChangeAsync(string path, object body)
    {
        var version = (await _host.SendAsync("GET", $"/api/v1/clusters/{Midt}/meetings")).ETag.Trim('"').Split('.')[0];
        var answer = await _host.SendAsync("PUT", path, body, $"\"{version}\"");
        answer.Status.ShouldBe(200, answer.Text);
    }

    private async Task<Entry> OneAsync(string uid) =>
        (await ReadAsync($"/api/v1/clusters/{Midt}/forums/chefforum/calendar.ics")).Events.Single(e => e.Uid == uid);

    private async Task<Sheet> ReadAsync(string path)
    {
        var (status, text, _) = await GetAsync(path, path.StartsWith("/api", StringComparison.Ordinal) ? ApiHost.Token : null);
        status.ShouldBe(200, text);
        // As the standard has it: every line ends so, and none is longer.
        text.Split("\r\n")[..^1].ShouldAllBe(line => System.Text.Encoding.UTF8.GetByteCount(line) <= 75 && !line.Contains('\n'));
        using var directory = new TemporaryDirectory();
        var file = Path.Combine(directory.Path, "calendar.ics");
        await File.WriteAllTextAsync(file, text);
        using var reader = Process.Start(new ProcessStartInfo("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "read-calendar.py"), file]) { RedirectStandardOutput = true })!;
        var json = await reader.StandardOutput.ReadToEndAsync();
        await reader.WaitForExitAsync();
        return JsonSerializer.Deserialize<Sheet>(json, JsonSerializerOptions.Web)!;
    }

    private async Task<(int Status, string Text, string? Tag)> GetAsync(string path, string? token = null, string? tag = null)
    {
        using var client = _host.NewClient(token);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (tag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        using var answer = await client.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Headers.ETag?.ToString());
    }

    private async Task<Visitor> SignedInAsync(string person)
    {
        var visitor = new Visitor(_host.Client.BaseAddress!);
        visitor.Keep("initiatives", await _host.Services.GetRequiredService<Sessions>().BeginAsync($"{person}@example.invalid", "persona", "test", null, default));
        return visitor;
    }

    private static DateTimeOffset Copenhagen(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new(local, TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen").GetUtcOffset(local));
    }

    private sealed record Sheet(string Name, string Method, IReadOnlyList<Entry> Events);

    private sealed record Entry(string Uid, int Sequence, string Status, string Summary, string? Location, string Start, string? End, IReadOnlyList<string> Errors);

    [GeneratedRegex("<code class=\"secret\">([^<]*/min\\.ics)</code>")]
    private static partial Regex Calendar();
}
