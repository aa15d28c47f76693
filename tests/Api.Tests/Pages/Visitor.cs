using System.Net;
using System.Text.RegularExpressions;
using Initiatives.Api.Features.People;
using Initiatives.Api.SignIn;
using Initiatives.Api.Tests.Features;
using Initiatives.Domain;
using Initiatives.EventStore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Initiatives.Api.Tests.Pages;

/// <summary>Somebody in the register, signed in: with a browser's cookie for the pages, and a token for the API.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly ApiHost _host;
    private readonly string _mail;
    private readonly HttpClient _browser;
    private readonly HttpClient _program;
    private DateTimeOffset _since;

    private Visitor(ApiHost host, string mail, string token)
    {
        (_host, _mail, _program) = (host, mail, host.NewClient(token));
        _browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = host.Client.BaseAddress };
    }

    /// <summary>Records the person and signs them in.</summary>
    public static async Task<Visitor> SignInAsync(ApiHost host, string id, ForumSeat[]? seats = null, string? organisation = null, ClusterRole[]? roles = null, string cluster = Midt.Cluster)
    {
        var mail = $"{id}@{cluster}.invalid";
        var token = Secret.Make();
        await using (var connection = await host.Services.GetRequiredService<EventStoreDataSources>().System.OpenConnectionAsync())
        {
            await using var batch = new NpgsqlBatch(connection)
            {
                BatchCommands =
                {
                    PeopleRegister.Recording(new(id, cluster, $"Navn {id}", mail, null, organisation, "da", seats ?? []) { Roles = roles ?? [new(ClusterRoleKind.Reader)] }),
                    new("INSERT INTO api_tokens (tenant_id, id, hash, name, person_id, may_write, made_by, made, expires) VALUES ($1, gen_random_uuid(), $2, 'test', $3, true, $3, now(), 'infinity')")
                    {
                        Parameters = { new() { Value = cluster }, new() { Value = Secret.HashOf(token) }, new() { Value = id } },
                    },
                },
            };
            await batch.ExecuteNonQueryAsync();
        }
        return new Visitor(host, mail, token);
    }

    public async Task<Page> OpenAsync(string path)
    {
        await StaySignedInAsync();
        return await ReadAsync(await _browser.GetAsync(path));
    }

    /// <summary>Sends the page's form with these fields, as a browser would: hidden fields as the page has them.</summary>
    /// <param name="to">Where the form leads, e.g. <c>/indsatser/10/status</c>.</param>
    public async Task<Page> SendAsync(Page page, string to, string pressed, Dictionary<string, string> fields)
    {
        var sent = new Dictionary<string, string>(fields) { ["key"] = page.Hidden("key"), ["version"] = page.Hidden("version"), ["request"] = page.Hidden("request"), ["do"] = pressed };
        using var content = new FormUrlEncodedContent(sent);
        return await ReadAsync(await _browser.PostAsync(to, content));
    }

    /// <summary>Sends the page's form with a file in its field <c>file</c>.</summary>
    public async Task<Page> SendFileAsync(Page page, string to, byte[] file)
    {
        using var content = new MultipartFormDataContent { { new StringContent(page.Hidden("key")), "key" }, { new StringContent(page.Hidden("request")), "request" }, { new ByteArrayContent(file), "file", "ark.xlsx" } };
        return await ReadAsync(await _browser.PostAsync(to, content));
    }

    /// <summary>Sends what no page of ours would, as somebody who writes the request by hand does.</summary>
    public async Task<Page> SendRawAsync(string to, HttpContent content)
    {
        await StaySignedInAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, to) { Content = content };
        // What is too large is refused before it is sent, and the refusal is not lost in a broken connection.
        request.Headers.ExpectContinue = true;
        return await ReadAsync(await _browser.SendAsync(request));
    }

    /// <summary>The API, as this person's program.</summary>
    public async Task<Answer> AskAsync(string method, string path, object? body = null, string? ifMatch = null)
    {
        using var request = ApiHost.Request(method, path, body is null ? null : System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(body, System.Text.Json.JsonSerializerOptions.Web), ifMatch);
        var response = await _program.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new Answer(response, text, text.Length == 0 ? default : System.Text.Json.JsonDocument.Parse(text).RootElement);
    }

    public void Dispose()
    {
        _browser.Dispose();
        _program.Dispose();
    }

    /// <summary>Tests move the clock by months, and no session lasts that long.</summary>
    private async Task StaySignedInAsync()
    {
        if (_since == _host.Clock.Now) return;
        _since = _host.Clock.Now;
        var cookie = await _host.Services.GetRequiredService<Sessions>().BeginAsync(_mail, "persona", "test", null, default);
        _browser.DefaultRequestHeaders.Remove("Cookie");
        _browser.DefaultRequestHeaders.Add("Cookie", $"initiatives={cookie}");
    }

    private static async Task<Page> ReadAsync(HttpResponseMessage response)
    {
        using (response)
            return new Page(response.StatusCode, response.Headers.Location?.ToString(), await response.Content.ReadAsStringAsync()) { ETag = response.Headers.ETag?.ToString() };
    }
}

/// <summary>A page as it came.</summary>
/// <param name="Location">Where it sends its reader; null when it shows itself.</param>
internal sealed partial record Page(HttpStatusCode Status, string? Location, string Html)
{
    /// <summary>Null on what is set anew each time.</summary>
    public string? ETag { get; init; }

    public string Hidden(string name) => Regex.Match(Html, $"name=\"{name}\" value=\"([^\"]*)\"").Groups[1].Value;

    /// <summary>The words of the page, without its markup.</summary>
    public string Text => WebUtility.HtmlDecode(Blanks().Replace(Tags().Replace(Html, " "), " "));

    /// <summary>What stands in a one-line field.</summary>
    public string ValueOf(string id) => WebUtility.HtmlDecode(Regex.Match(Html, $"<input[^>]*id=\"{id}\"[^>]*>").Value is var tag && Regex.Match(tag, "value=\"([^\"]*)\"") is { Success: true } value ? value.Groups[1].Value : "");

    /// <summary>What stands in a text of several lines.</summary>
    public string TextIn(string id) => WebUtility.HtmlDecode(Regex.Match(Html, $"<textarea[^>]*id=\"{id}\"[^>]*>(.*?)</textarea>", RegexOptions.Singleline).Groups[1].Value);

    /// <summary>The error at a field; null when there is none.</summary>
    public string? ErrorAt(string id) =>
        Regex.Match(Html, $"id=\"{id}-error\"><span[^>]*>[^<]*</span>([^<]*)<") is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value).Trim() : null;

    /// <summary>Where the lines of the error summary lead.</summary>
    public IReadOnlyList<string> SummaryLinks => [.. Regex.Matches(Summary, "href=\"#([^\"]+)\"").Select(m => m.Groups[1].Value)];

    private string Summary => Regex.Match(Html, "error-summary\".*?</ul>", RegexOptions.Singleline).Value;

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
