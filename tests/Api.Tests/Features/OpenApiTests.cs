using System.Text.Json;

namespace Initiatives.Api.Tests.Features;

/// <summary>The API's own description, complete: a new route that says too little fails here.</summary>
public sealed class OpenApiTests(OpenApiTests.Described described) : IClassFixture<OpenApiTests.Described>
{
    public sealed class Described : IAsyncLifetime
    {
        internal JsonElement Document { get; private set; }

        public async ValueTask InitializeAsync()
        {
            await using var host = await ApiHost.StartAsync(Midt.OrderDay);
            using var stranger = host.NewClient(token: null);
            Document = JsonDocument.Parse(await stranger.GetStringAsync("/openapi/v1.json")).RootElement;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private IEnumerable<(string Name, string Method, JsonElement Operation)> Operations =>
        from path in described.Document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        where operation.Name is "get" or "put" or "post" or "delete" or "patch"
        select ($"{operation.Name} {path.Name}", operation.Name, operation.Value);

    [Fact]
    public void It_is_OpenAPI_3_1_and_says_how_to_get_in()
    {
        described.Document.GetProperty("openapi").GetString()!.ShouldStartWith("3.1");
        described.Document.GetProperty("components").GetProperty("securitySchemes").GetProperty("bearer").GetProperty("scheme").GetString().ShouldBe("bearer");
        Operations.Count().ShouldBeGreaterThan(60);
    }

    [Fact]
    public void Every_route_has_a_summary_and_a_name_of_its_own()
    {
        Operations.Where(o => !o.Operation.TryGetProperty("summary", out _)).Select(o => o.Name).ShouldBeEmpty();
        var names = Operations.Select(o => o.Operation.GetProperty("operationId").GetString()).ToList();
        names.Distinct().Count().ShouldBe(names.Count, string.Join(", ", names.GroupBy(n => n).Where(g => g.Count() > 1).Select(g => g.Key)));
    }

    [Fact]
    public void Every_route_tells_its_errors_with_an_example()
    {
        foreach (var (name, method, operation) in Operations)
        {
            var responses = operation.GetProperty("responses");
            string[] expected = name.EndsWith("/runs", StringComparison.Ordinal)
                ? ["400", "401", "403", "404", "413", "422", "500", "503"]
                : method == "get" || name.EndsWith("/suggested-light", StringComparison.Ordinal)
                ? ["400", "401", "403", "404", "500", "503"]
                : ["400", "401", "403", "404", "409", "413", "415", "422", "500", "503"];
            foreach (var status in expected)
            {
                responses.TryGetProperty(status, out var response).ShouldBeTrue($"{name} {status}");
                response.GetProperty("content").GetProperty("application/problem+json").GetProperty("example").GetProperty("code").GetString().ShouldNotBeNullOrEmpty();
            }
        }
    }

    [Fact]
    public void Every_body_has_an_example_that_could_be_sent()
    {
        foreach (var (name, _, operation) in Operations)
        {
            if (!operation.TryGetProperty("requestBody", out var body)) continue;
            body.GetProperty("content").GetProperty("application/json").TryGetProperty("example", out var example).ShouldBeTrue(name);
            example.ValueKind.ShouldBe(JsonValueKind.Object, name);
        }
    }

    [Fact]
    public void Every_change_of_what_exists_takes_If_Match_and_a_key()
    {
        foreach (var (name, _, operation) in Operations)
        {
            if (!operation.GetProperty("responses").TryGetProperty("200", out var done) || !done.GetRawText().Contains("/Receipt\"", StringComparison.Ordinal)) continue;
            var headers = operation.GetProperty("parameters").EnumerateArray().Where(p => p.GetProperty("in").GetString() == "header").Select(p => p.GetProperty("name").GetString()).ToList();
            headers.ShouldContain("Idempotency-Key", name);
            if (operation.GetProperty("responses").TryGetProperty("428", out _)) headers.ShouldContain("If-Match", name);
        }
    }

    [Theory]
    [InlineData("/api/v1/clusters/{cluster}/editions", "200 201")]
    [InlineData("/api/v1/clusters/{cluster}/jobs/{job}/runs", "202")]
    public void What_is_made_or_set_going_takes_a_key_and_tells_the_statuses_it_answers_with(string path, string statuses)
    {
        var operation = described.Document.GetProperty("paths").GetProperty(path).GetProperty("post");
        operation.GetProperty("responses").EnumerateObject().Select(r => r.Name).Where(status => status[0] == '2').ShouldBe(statuses.Split(' '));
        operation.GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()).ShouldContain("Idempotency-Key");
    }

    [Fact]
    public void No_two_shapes_share_a_name()
    {
        var schemas = described.Document.GetProperty("components").GetProperty("schemas").EnumerateObject().Select(s => s.Name).ToList();
        schemas.ShouldContain("PostStatusBody");
        schemas.Where(n => char.IsDigit(n[^1])).ShouldBeEmpty();
        described.Document.GetProperty("components").GetProperty("schemas").GetProperty("TrafficLight").GetProperty("enum").EnumerateArray().Select(e => e.GetString()).ShouldBe(["green", "yellow", "red"]);
    }
}
