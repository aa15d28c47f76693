using System.Globalization;
using System.Net;
using System.Text;
using Initiatives.Api.Features.Interchange;
using Initiatives.Api.Features.People;
using Initiatives.Api.Platform.Http;
using Initiatives.Api.Rights;
using Initiatives.Api.SignIn;
using Initiatives.Api.Tests.Features;
using Initiatives.Domain;
using Initiatives.EventStore;
using MediatR;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Initiatives.Api.Tests.Rights;

/// <summary>
/// Every route of the running service, asked for by every role, in its own cluster, in another, and by nobody: what the table
/// gives is let in, and nothing else is. Routes are found in the service itself, so a new one without a row fails here.
/// </summary>
public sealed class EveryRouteTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Own = "eksempel-midt";
    private const string Other = "eksempel-syd";

    /// <summary>Answered to anybody, and nothing in them is anybody's: probes, the description of the API, style sheets.</summary>
    private static readonly string[] Unguarded = ["/health/live", "/health/ready", "/openapi/{documentName}.json"];

    private static readonly Dictionary<string, string> Addresses = new(StringComparer.Ordinal)
    {
        ["number"] = "10", ["forum"] = "chefforum", ["organisation"] = "aalborg", ["revision"] = "1", ["reservation"] = "1", ["status"] = "1",
        ["deviation"] = "1", ["remedy"] = "1", ["escalation"] = "1", ["mail"] = "1", ["token"] = "00000000-0000-0000-0000-000000000001", ["webhook"] = "00000000-0000-0000-0000-000000000001",
    };

    private ApiHost _host = null!;

    /// <param name="Cookie">Opens the pages.</param>
    /// <param name="Token">Opens the API.</param>
    private sealed record Visitor(Role Role, Caller? Caller, string? Cookie, string? Token);

    public async ValueTask InitializeAsync()
    {
        var now = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        _host = await ApiHost.StartAsync(now);
        await _host.Services.GetRequiredService<IMediator>().Send(new LoadDemo(now));
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public void Every_route_and_page_has_a_row_in_the_table_of_rights() =>
        Routes().Where(r => r.Metadata.GetMetadata<Needs>() is null && r.Metadata.GetMetadata<OpenToAll>() is null)
            .Select(r => r.RoutePattern.RawText).Except(Unguarded).ShouldBeEmpty();

    [Fact]
    public void Every_command_of_the_domain_has_a_row_in_the_table_of_rights() =>
        typeof(InitiativeCommand).Assembly.GetTypes()
            .Where(t => !t.IsAbstract && new[] { typeof(InitiativeCommand), typeof(PlanCommand), typeof(ClusterCommand), typeof(CalendarCommand), typeof(AgendaCommand), typeof(ProcedureCommand) }.Any(b => b.IsAssignableFrom(t)))
            .Where(t => RightsTable.Commands.All(r => r.Command != t)).ShouldBeEmpty();

    [Fact]
    public async Task Every_role_gets_what_the_table_gives_it_on_every_route_and_nothing_else()
    {
        var visitors = await VisitorsAsync();
        var wrong = new List<string>();
        var (tried, let) = (0, 0);
        foreach (var route in Routes().Where(r => r.Metadata.GetMetadata<Needs>() is not null))
        {
            foreach (var method in route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
            {
                foreach (var visitor in visitors)
                {
                    foreach (var cluster in new[] { Own, Other })
                    {
                        tried++;
                        var expected = Expected(route, visitor, cluster);
                        if (expected == Let.In) let++;
                        var seen = await TryAsync(route, method, visitor, cluster);
                        if (seen != expected)
                            wrong.Add($"{method} {route.RoutePattern.RawText} as {visitor.Role} in {cluster}: {seen}, not {expected}");
                    }
                }
            }
        }
        output.WriteLine($"{tried} combinations of route, role and cluster tried; {let} let in.");
        wrong.ShouldBeEmpty();
        tried.ShouldBeGreaterThan(1000);
        let.ShouldBeGreaterThan(200);
    }

    private enum Let
    {
        In,
        Out,
        ToSignIn,
    }

    private static Let Expected(RouteEndpoint route, Visitor visitor, string cluster)
    {
        // The installation's token is a program's: no browser shows it.
        if (visitor.Caller is not { } caller || (!IsApi(route) && visitor.Cookie is null)) return Let.ToSignIn;
        var right = route.Metadata.GetMetadata<Needs>()!.Right;
        if (right == RightsTable.OwnAccount) return Let.In;
        // Whoever may import somewhere is asked again when the document has said where.
        if (right == RightsTable.Import && !route.RoutePattern.RawText!.Contains("{cluster}", StringComparison.Ordinal) && IsApi(route)) return Let.In;
        if (right.Grants.Any(g => g.Reach == Reach.Installation && caller.Keeps(g.Role))) return Let.In;
        if (caller.IsInstallation) return Let.In;
        if (right.Grants.Any(g => g.Reach == Reach.Installation) || caller.In(cluster) is not { } member) return Let.Out;
        int? number = route.RoutePattern.Parameters.Any(p => p.Name == "number") ? 10 : null;
        var forum = IsApi(route) && route.RoutePattern.Parameters.Any(p => p.Name == "forum") ? Addresses["forum"] : null;
        return Guard.MayAsk(member, right, number, forum) ? Let.In : Let.Out;
    }

    private async Task<Let> TryAsync(RouteEndpoint route, string method, Visitor visitor, string cluster)
    {
        var api = IsApi(route);
        var path = "/" + string.Join('/', route.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "cluster" } => cluster,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => Addresses.GetValueOrDefault(parameter.Name, "x"),
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
            _ => "",
        }))));
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = _host.Client.BaseAddress };
        using var request = new HttpRequestMessage(new HttpMethod(method), api ? path : $"{path}?klynge={cluster}");
        if (api && visitor.Token is { } token) request.Headers.Authorization = new("Bearer", token);
        if (!api && visitor.Cookie is { } cookie) request.Headers.Add("Cookie", $"initiatives={cookie}");
        if (method is "POST" or "PUT")
        {
            request.Content = api
                ? new StringContent("{}", Encoding.UTF8, "application/json")
                : new FormUrlEncodedContent([new("key", visitor.Caller?.Session?.FormKey ?? "")]);
        }
        using var response = await client.SendAsync(request);
        if (api)
        {
            return response.StatusCode switch
            {
                HttpStatusCode.Unauthorized => Let.ToSignIn,
                HttpStatusCode.Forbidden => Let.Out,
                _ => Let.In,
            };
        }
        if (response.StatusCode == HttpStatusCode.Forbidden) return Let.Out;
        // A form that nobody's session goes with is turned away before anything is asked.
        if (visitor.Cookie is null && method == "POST" && response.StatusCode == HttpStatusCode.BadRequest) return Let.ToSignIn;
        return response.Headers.Location?.ToString().StartsWith("/log-ind", StringComparison.Ordinal) == true ? Let.ToSignIn : Let.In;
    }

    private async Task<IReadOnlyList<Visitor>> VisitorsAsync()
    {
        (Role Role, string Cluster, Person? Person)[] wanted =
        [
            (Role.Reader, Own, Someone("en-laeser", roles: [new(ClusterRoleKind.Reader)])),
            (Role.Owner, Own, null),
            (Role.ProjectLead, Own, null),
            (Role.Member, Own, Someone("et-medlem", [new("chefforum", ForumRole.Member)])),
            (Role.Chair, Own, Someone("en-formand", [new("chefforum", ForumRole.Chair)])),
            (Role.Secretariat, Own, Someone("et-sekretariat", roles: [new(ClusterRoleKind.Secretariat)])),
            (Role.PatientRepresentative, Own, Someone("en-patient", [new("chefforum", ForumRole.PatientRepresentative)])),
            (Role.NationalReader, Callers.InstallationRegister, null),
            (Role.Operator, Callers.InstallationRegister, null),
        ];
        var sources = _host.Services.GetRequiredService<EventStoreDataSources>();
        var sessions = _host.Services.GetRequiredService<Sessions>();
        var callers = _host.Services.GetRequiredService<Callers>();
        var visitors = new List<Visitor> { new(Role.Installation, Caller.Operator, null, ApiHost.Token) };
        foreach (var (role, cluster, person) in wanted)
        {
            var id = person?.Id ?? role switch { Role.Owner => "projektejer-10", Role.ProjectLead => "projektleder-10", Role.NationalReader => DemoPeople.NationalReader, _ => DemoPeople.Operator };
            await using var connection = await sources.System.OpenConnectionAsync();
            await using var batch = new NpgsqlBatch(connection);
            if (person is not null) batch.BatchCommands.Add(PeopleRegister.Recording(person));
            var token = Secret.Make();
            batch.BatchCommands.Add(new("INSERT INTO api_tokens (tenant_id, id, hash, name, person_id, may_write, made_by, made, expires) VALUES ($1, gen_random_uuid(), $2, 'test', $3, true, $3, now(), 'infinity')")
            {
                Parameters = { new() { Value = cluster }, new() { Value = Secret.HashOf(token) }, new() { Value = id } },
            });
            await batch.ExecuteNonQueryAsync();
            var cookie = await sessions.BeginAsync($"{id}@example.invalid", "persona", "test", null, default);
            visitors.Add(new(role, (await callers.BySessionAsync(cookie, default)).ShouldNotBeNull(), cookie, token));
        }
        visitors.Add(new(Role.Reader, null, null, null));
        return visitors;
    }

    private static Person Someone(string id, ForumSeat[]? seats = null, ClusterRole[]? roles = null) =>
        new(id, Own, id, $"{id}@example.invalid", null, null, "da", seats ?? []) { Roles = roles ?? [] };

    private static bool IsApi(RouteEndpoint route) => route.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal);

    private IEnumerable<RouteEndpoint> Routes() => _host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();
}
