using Initiatives.Api.Platform;
using Initiatives.Api.Platform.Http;
using Initiatives.EventStore;
using Initiatives.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Initiatives.Api.Tests.Platform;

/// <summary>The installation's own token, until people sign in.</summary>
public sealed class OperatorTokenTests : IAsyncLifetime
{
    private readonly string _directory = Directory.CreateTempSubdirectory("initiatives-token-").FullName;
    private TestDatabase _database = null!;
    private EventStoreDataSources _sources = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(new DatabaseTemplate("api", static async (connectionString, cancellation) =>
        {
            await using var owner = NpgsqlDataSource.Create(connectionString);
            await Schema.MigrateAsync(owner, cancellation);
        }));
        _sources = EventStoreDataSources.Create(_database.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await _sources.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task It_is_made_at_the_first_start_and_written_once_for_the_service_alone()
    {
        var first = await StartAsync();
        var file = Path.Combine(_directory, OperatorToken.FileName);
        var token = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        token.Trim().Length.ShouldBe(64);
        File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);

        var second = await StartAsync();
        second.Hash.ShouldBe(first.Hash);
        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldBe(token);
        Directory.GetFiles(_directory).ShouldBe([file]);
    }

    [Fact]
    public async Task Nodes_that_start_at_once_agree_on_one()
    {
        var nodes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => StartAsync()));
        nodes.Select(n => Convert.ToHexString(n.Hash!)).Distinct().Count().ShouldBe(1);
        Directory.GetFiles(_directory).Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_given_one_is_kept_nowhere()
    {
        var given = await StartAsync(new string('x', 40));
        given.Hash.ShouldNotBeNull();
        Directory.GetFiles(_directory).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_given_one_that_could_be_guessed_is_refused() =>
        (await Should.ThrowAsync<OperatorFault>(() => StartAsync("short"))).Code.ShouldBe("operator-token-short");

    private async Task<OperatorToken> StartAsync(string? given = null)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("INITIATIVES_DATA", _directory), new(OperatorToken.Setting, given)]).Build();
        var token = new OperatorToken(_sources, settings, TimeProvider.System, NullLogger<OperatorToken>.Instance);
        await token.StartAsync(TestContext.Current.CancellationToken);
        return token;
    }
}
