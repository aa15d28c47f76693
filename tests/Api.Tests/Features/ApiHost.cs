using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Initiatives.Api.Platform;
using Initiatives.Api.Platform.Events;
using Initiatives.Api.Platform.Http;
using Initiatives.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Initiatives.Api.Tests.Features;

/// <summary>
/// The service on a real port and a database of its own, with a clock that stands where the test puts it. Kestrel and not an
/// in-memory server: the limit of a body is Kestrel's to keep.
/// </summary>
internal sealed class ApiHost : IAsyncDisposable
{
    public const string Token = "0123456789abcdef0123456789abcdef";

    private static readonly DatabaseTemplate Template = new("api", static async (connectionString, cancellation) =>
    {
        await using var owner = NpgsqlDataSource.Create(connectionString);
        await Schema.MigrateAsync(owner, cancellation);
    });

    private readonly WebApplication _app;
    private readonly TestDatabase _database;
    private readonly bool _ownsDatabase;
    private readonly NpgsqlDataSource _owner;

    private ApiHost(WebApplication app, TestDatabase database, bool ownsDatabase, NpgsqlDataSource owner, StandingClock clock)
    {
        (_app, _database, _ownsDatabase, _owner, Clock) = (app, database, ownsDatabase, owner, clock);
        Client = NewClient(Token);
    }

    public StandingClock Clock { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>The way in to its database, for another process or a test that breaks something.</summary>
    public string ConnectionString => _database.ConnectionString;

    /// <summary>Signed in with the operator's token.</summary>
    public HttpClient Client { get; }

    /// <param name="settings">Words of the form <c>--NAME=value</c>. Jobs run and mail is sent only where a test asks for it.</param>
    public static Task<ApiHost> StartAsync(DateTimeOffset now, params string[] settings) => StartAsync(now, static _ => { }, settings);

    /// <param name="and">What the test puts in besides, or instead.</param>
    public static async Task<ApiHost> StartAsync(DateTimeOffset now, Action<IServiceCollection> and, params string[] settings) =>
        await StartAsync(await TestDatabase.CreateAsync(Template), ownsDatabase: true, now, and, settings);

    /// <summary>Another node on this one's database; to be stopped before it.</summary>
    public Task<ApiHost> StartAnotherAsync(params string[] settings) => StartAsync(_database, ownsDatabase: false, Clock.Now, static _ => { }, settings);

    private static async Task<ApiHost> StartAsync(TestDatabase database, bool ownsDatabase, DateTimeOffset now, Action<IServiceCollection> and, string[] settings)
    {
        var owner = NpgsqlDataSource.Create(database.ConnectionString);
        var clock = new StandingClock(now);
        var builder = WebApplication.CreateBuilder([$"--{OperatorToken.Setting}={Token}", "--urls=http://127.0.0.1:0", "--Jobs:Run=false", "--Mail:Send=false", "--Webhooks:Send=false", .. settings]);
        builder.Logging.ClearProviders().AddSimpleConsole().SetMinimumLevel(LogLevel.Error);
        builder.Services.AddSingleton(owner);
        builder.Services.AddEventStore(database.ConnectionString);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddParts();
        and(builder.Services);
        var app = builder.Build();
        app.MapParts();
        await app.StartAsync();
        return new ApiHost(app, database, ownsDatabase, owner, clock);
    }

    public HttpClient NewClient(string? token)
    {
        var client = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
        if (token is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>Sends JSON as it is written; returns status, headers and the parsed answer.</summary>
    public Task<Answer> SendAsync(string method, string path, object? body = null, string? ifMatch = null, string? key = null, string? language = null) =>
        SendAsync(Request(method, path, body is null ? null : Encoding.UTF8.GetBytes(body as string ?? JsonSerializer.Serialize(body, JsonSerializerOptions.Web)), ifMatch, key, language));

    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using var response = await Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new Answer(response, text, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement);
    }

    public static HttpRequestMessage Request(string method, string path, byte[]? body, string? ifMatch = null, string? key = null, string? language = null)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null) request.Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        if (language is not null) request.Headers.Add("Accept-Language", language);
        return request;
    }

    public async Task<long> CountEventsAsync() => (long)(await ScalarAsync("SELECT count(*) FROM mt_events"))!;

    public async Task<object?> ScalarAsync(string sql)
    {
        await using var command = _owner.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _owner.DisposeAsync();
        if (_ownsDatabase) await _database.DisposeAsync();
    }
}

/// <summary>An answer, read to its end.</summary>
internal sealed record Answer(HttpResponseMessage Response, string Text, JsonElement Json)
{
    public int Status => (int)Response.StatusCode;

    public string ETag => Response.Headers.GetValues("ETag").Single();

    public string? Code => Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty("code", out var code) ? code.GetString() : null;

    public IEnumerable<string?> Paths => Json.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("path").GetString());
}

/// <summary>A clock that moves only when it is told to.</summary>
internal sealed class StandingClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
