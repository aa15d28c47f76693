using Initiatives.Support;
using Npgsql;

namespace Initiatives.Api.Tests.Operations;

/// <summary>What a database says was posted, to be held against what was acknowledged.</summary>
internal static class Ledger
{
    /// <summary>How often each of the writers' posts is in the log.</summary>
    public static async Task<Dictionary<string, long>> ReadAsync(string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand("""
            SELECT data -> 'Content' ->> 'Progress', count(*) FROM mt_events
            WHERE type = 'status_reported' AND data -> 'Content' ->> 'Progress' LIKE 'writer-%' GROUP BY 1
            """);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var posts = new Dictionary<string, long>(StringComparer.Ordinal);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken)) posts.Add(reader.GetString(0), reader.GetInt64(1));
        return posts;
    }

    /// <summary>Each of them once, and nothing else.</summary>
    public static void ShouldHoldOnce(this Dictionary<string, long> posts, ICollection<string> acknowledged)
    {
        posts.Where(p => p.Value != 1).ShouldBeEmpty();
        acknowledged.Except(posts.Keys).ShouldBeEmpty("acknowledged and lost");
        posts.Keys.Except(acknowledged).ShouldBeEmpty("there and never acknowledged");
    }

    /// <summary><c>initiatives verify</c> finds nothing.</summary>
    public static async Task VerifyAsync(IReadOnlyDictionary<string, string> settings)
    {
        var (exit, output, errors) = await ServiceProcess.RunAsync(["verify", "--language", "en"], settings);
        exit.ShouldBe(0, output + errors);
    }
}
