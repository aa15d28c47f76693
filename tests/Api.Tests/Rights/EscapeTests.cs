using System.Net;
using System.Text;
using Initiatives.Api.Tests.Features;
using Initiatives.Api.Tests.Pages;
using Initiatives.Domain;

namespace Initiatives.Api.Tests.Rights;

/// <summary>
/// What hostile or broken input does through the pages: shown as text or refused with a page that says why, and nothing is stored.
/// What programs send is tried in <see cref="BadInputTests"/>, what links open in <see cref="LinkEscapeTests"/>.
/// </summary>
public sealed class EscapeTests : IAsyncLifetime
{
    private const string Status = "/indsatser/10/status";
    private const string Api = $"{Midt.Initiatives}/10";

    /// <summary>Out of a text, an attribute, a script and a template, each in turn.</summary>
    private const string Hostile = "</textarea></style></script><script>document.title='x'</script><img src=x onerror=alert(1)> \"' onmouseover=alert(1) x=\" {{7*7}} ${7*7}";

    private ApiHost _host = null!;
    private Visitor _owner = null!;
    private Visitor _member = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await Midt.StartAsync();
        await Midt.StartedAsync(_host);
        _owner = await Visitor.SignInAsync(_host, "person-1");
        _member = await Visitor.SignInAsync(_host, "member", seats: [new("chefforum", ForumRole.Member)], organisation: "aalborg");
        // The round for the meeting of 30 August is open.
        _host.Clock.Now = new(2023, 8, 16, 9, 0, 0, TimeSpan.Zero);
    }

    public async ValueTask DisposeAsync()
    {
        _owner.Dispose();
        _member.Dispose();
        await _host.DisposeAsync();
    }

    private static Dictionary<string, string> Red(string text) => new()
    {
        ["light"] = "Red",
        ["dimensions.time"] = "Red", ["dimensions.economy"] = "Green", ["dimensions.resources"] = "Green", ["dimensions.deliverable"] = "Green",
        ["forecast.end"] = "2023-12-31", ["forecast.cost"] = "450.000",
        ["indicators.kontakter.value"] = "3,8", ["indicators.kontakter.measured"] = "2023-06-30",
        ["progress"] = text, ["nextStep"] = text,
        ["patientInvolvement.relevant"] = "ja", ["patientInvolvement.text"] = text,
        ["deviation.cause"] = text, ["deviation.consequence"] = text, ["deviation.options"] = text, ["deviation.remedy"] = text,
        ["deviation.decisionWanted"] = text, ["deviation.decisionFrom"] = "direktoerforum", ["deviation.decisionBy"] = "2023-10-02",
    };

    [Fact]
    public async Task Script_in_every_text_of_a_status_is_text_on_every_page_and_in_the_pack()
    {
        IsText((await _owner.SendAsync(await _owner.OpenAsync(Status), Status, "vis", Red(Hostile))).Html);
        await _owner.SendAsync(await _owner.OpenAsync(Status), Status, "kladde", Red(Hostile));
        IsText((await _owner.OpenAsync(Status)).Html);

        var sent = await _owner.SendAsync(await _owner.OpenAsync(Status), Status, "send", Red(Hostile));

        sent.Status.ShouldBe(HttpStatusCode.SeeOther, sent.Text);
        foreach (var path in new[] { sent.Location!, "/indsatser/10", Status, $"{Status}?retter=1" }) IsText((await _owner.OpenAsync(path)).Html);
        var issued = await _host.SendAsync("POST", $"/api/v1/clusters/{Midt.Cluster}/editions", new { kind = "afvigelsesrapport", meeting = "next" });
        IsText((await _owner.OpenAsync($"/rapporter/{issued.Json.GetProperty("id").GetString()}")).Html);
    }

    [Fact]
    public async Task Script_in_a_title_an_order_and_a_name_is_text_wherever_they_are_shown()
    {
        using var mallory = await Visitor.SignInAsync(_host, "mallory", roles: [new(ClusterRoleKind.Secretariat)]);
        (await _host.SendAsync("PUT", $"/api/v1/clusters/{Midt.Cluster}/people/mallory", new { name = Hostile, mail = $"mallory@{Midt.Cluster}.invalid", roles = new[] { new { role = "secretariat" } } })).Status.ShouldBe(200);
        var ordered = await _host.SendAsync("POST", Midt.Initiatives, new { forum = "politisk-niveau", number = 11, title = Hostile, focusArea = "mental", order = Hostile });
        (await _host.SendAsync("PUT", $"{Midt.Initiatives}/11/ownership", new { organisation = "aalborg", owner = "mallory" }, ordered.ETag)).Status.ShouldBe(200);

        foreach (var path in new[] { "/", "/indsatser/11", "/indsatser/11/ordrebekraeftelse", "/indsatser/11/navn", "/opgaver" }) IsText((await mallory.OpenAsync(path)).Html);
    }

    [Theory]
    [InlineData("forecast.end", "0000-01-01")]
    [InlineData("forecast.end", "9999-12-31")]
    [InlineData("deviation.decisionBy", "9999-12-31")]
    [InlineData("deviation.decisionBy", "0000-00-00")]
    [InlineData("indicators.kontakter.measured", "0001-01-01")]
    [InlineData("forecast.cost", "-1")]
    [InlineData("forecast.cost", "-1.250.000,50")]
    [InlineData("forecast.cost", "9999999999999999999999999999999999")]
    [InlineData("forecast.cost", "1e9")]
    [InlineData("forecast.cost", "NaN")]
    [InlineData("indicators.kontakter.value", "1/0")]
    [InlineData("light", "Blue")]
    [InlineData("light", "2")]
    [InlineData("dimensions.time", "Green,Red")]
    [InlineData("deviation.decisionFrom", "borgerforum")]
    [InlineData("patientInvolvement.relevant", "måske")]
    public async Task A_value_that_cannot_be_meant_is_told_at_its_field(string field, string typed)
    {
        var page = await RefusedAsync(HttpStatusCode.UnprocessableEntity, async () =>
            await _owner.SendAsync(await _owner.OpenAsync(Status), Status, "vis", new(Red("Skrevet")) { [field] = typed }));
        page.SummaryLinks.ShouldContain($"felt-{field.Replace('.', '-')}");

        var events = await _host.CountEventsAsync();
        (await _owner.SendAsync(await _owner.OpenAsync(Status), Status, "send", new(Red("Skrevet")) { [field] = typed })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await _host.CountEventsAsync()).ShouldBe(events);
    }

    [Theory]
    [InlineData("/indsatser/10/bemaerkning", "text")]
    [InlineData("/indsatser/10/interesse", "note")]
    public async Task A_patients_number_is_refused_in_the_small_forms_too(string path, string field)
    {
        var fields = new Dictionary<string, string> { ["forum"] = "chefforum", ["organisation"] = "aalborg", ["interest"] = "Ownership", [field] = "Borger 010190-1234 ringede" };
        var page = await RefusedAsync(HttpStatusCode.UnprocessableEntity, async () => await _member.SendAsync(await _member.OpenAsync(path), path, "send", fields));
        page.ErrorAt($"felt-{field}")!.ShouldContain("CPR-nummer");
    }

    [Theory]
    [InlineData("send")]
    [InlineData("kladde")]
    public async Task A_zero_character_is_in_nobodys_text_and_the_refusal_says_so(string pressed)
    {
        var answer = await RefusedAsync(HttpStatusCode.BadRequest, async () => await _owner.SendAsync(await _owner.OpenAsync(Status), Status, pressed, Red("Otte\0borgere")));

        answer.Text.ShouldContain("Teksten kan ikke læses");
        (await _host.ScalarAsync("SELECT count(*) FROM drafts")).ShouldBe(0L);
    }

    [Theory]
    [InlineData("vis")]
    [InlineData("kladde")]
    [InlineData("send")]
    public async Task Bytes_that_are_no_UTF8_are_refused_with_the_reason_and_nothing_is_stored(string pressed)
    {
        var page = await _owner.OpenAsync(Status);
        byte[] body = [.. Encoding.ASCII.GetBytes($"key={page.Hidden("key")}&version={page.Hidden("version")}&request={page.Hidden("request")}&do={pressed}&progress=a"), 0xFF, 0xC0, 0xAF, .. "b%FF"u8];

        var answer = await RefusedAsync(HttpStatusCode.BadRequest, () => _owner.SendRawAsync(Status, Form(body)));

        answer.Text.ShouldContain("Teksten kan ikke læses");
        (await _host.ScalarAsync("SELECT count(*) FROM drafts")).ShouldBe(0L);
    }

    [Fact]
    public async Task A_form_of_10_MB_is_told_to_be_too_large() =>
        (await RefusedAsync(HttpStatusCode.RequestEntityTooLarge, () => _owner.SendRawAsync(Status, Form(Encoding.ASCII.GetBytes("progress=" + new string('x', 10_000_000)))))).Text.ShouldContain("for stor");

    [Fact]
    public async Task A_form_of_five_thousand_fields_is_not_read() =>
        await RefusedAsync(HttpStatusCode.BadRequest, () => _owner.SendRawAsync(Status, Form(Encoding.ASCII.GetBytes(string.Join('&', Enumerable.Range(0, 5000).Select(n => $"workingGroup[{n}].person=x"))))));

    [Fact]
    public async Task What_is_no_form_is_not_read() =>
        await RefusedAsync(HttpStatusCode.BadRequest, () => _owner.SendRawAsync(Status, new StringContent("""{"light":"Green"}""", Encoding.UTF8, "application/json")));

    [Fact]
    public async Task A_draft_of_10_MB_or_deep_or_of_fields_that_are_not_there_is_refused()
    {
        var before = await StoredAsync();
        using var large = ApiHost.Request("PUT", $"{Api}/status-draft", Encoding.UTF8.GetBytes($$$"""{"fields":{"progress":"{{{new string('x', 10_000_000)}}}"}}"""));
        large.Headers.ExpectContinue = true;
        (await _host.SendAsync(large)).Status.ShouldBe(413);
        (await _host.SendAsync("PUT", $"{Api}/status-draft", $$$"""{"fields":{"progress":{{{new string('[', 5000)}}}{{{new string(']', 5000)}}}}}""")).Status.ShouldBe(400);
        (await _owner.AskAsync("PUT", $"{Api}/status-draft", new { fields = new Dictionary<string, string> { ["__proto__"] = "x" } })).Code.ShouldBe("draft-field-unknown");
        (await StoredAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_form_without_its_key_or_with_somebody_elses_is_not_taken()
    {
        var theirs = (await _member.OpenAsync("/indsatser/10/interesse")).Hidden("key");
        foreach (var key in new[] { "", theirs, new string('0', 64) })
        {
            var text = string.Join('&', Red("Skrevet").Append(new("key", key)).Append(new("do", "send")).Select(f => $"{f.Key}={Uri.EscapeDataString(f.Value)}"));
            await RefusedAsync(HttpStatusCode.BadRequest, () => _owner.SendRawAsync(Status, Form(Encoding.ASCII.GetBytes(text))));
        }
    }

    [Theory]
    [InlineData("Navn\r\nBcc: alle@example.org", "a@example.org")]
    [InlineData("Navn", "a@example.org\r\nBcc: alle@example.org")]
    [InlineData("Navn", "\"x\" <a@example.org>, alle@example.org")]
    public async Task A_name_or_an_address_cannot_add_to_the_head_of_a_mail(string name, string mail)
    {
        var before = await StoredAsync();
        (await _host.SendAsync("PUT", $"/api/v1/clusters/{Midt.Cluster}/people/person-9", new { name, mail })).Status.ShouldBe(409);
        (await StoredAsync()).ShouldBe(before);
    }

    /// <summary>What was written is there to be read, and nothing of it is markup.</summary>
    private static void IsText(string html)
    {
        html.ShouldContain("&lt;img src=x onerror=alert(1)&gt;");
        html.ShouldNotContain("<script>document");
        html.ShouldNotContain("<img src=x");
        html.ShouldNotContain("\"' onmouseover");
    }

    private static ByteArrayContent Form(byte[] body) => new(body) { Headers = { ContentType = new("application/x-www-form-urlencoded") } };

    /// <summary>Sends it, and holds that it was answered so, with a page that says something, and that nothing was stored.</summary>
    private async Task<Page> RefusedAsync(HttpStatusCode status, Func<Task<Page>> send)
    {
        var before = await StoredAsync();
        var page = await send();
        page.Status.ShouldBe(status, page.Text);
        page.Html.ShouldContain("<h1");
        (await StoredAsync()).ShouldBe(before);
        return page;
    }

    private async Task<string> StoredAsync() => (string)(await _host.ScalarAsync("""
        SELECT (SELECT count(*) FROM mt_events) || ' facts, ' || (SELECT count(*) FROM drafts) || ' drafts, '
            || (SELECT count(*) FROM people) || ' people, ' || (SELECT count(*) FROM outgoing_mail) || ' mails'
        """))!;
}
