using Npgsql;
using NpgsqlTypes;

namespace Initiatives.EventStore;

/// <summary>
/// What was decided on without asking whether it still holds: streams at the marks that the writer knows them by, and what else
/// <paramref name="Statement"/> knows to ask. It goes ahead of the facts, in their transaction.
/// </summary>
/// <param name="Statement">
/// Takes the tenant, the streams, their marks and <paramref name="Besides"/>, and names the tenant for row-level security. Raises SQLSTATE
/// <see cref="ConcurrencyConflict.SqlState"/> when anything holds no more.
/// </param>
/// <param name="Streams">Ids within the tenant, each once.</param>
/// <param name="Marks">In the order of the streams.</param>
public sealed record Premises(string Statement, IReadOnlyList<string> Streams, IReadOnlyList<string> Marks, string? Besides)
{
    /// <summary>One question for several decisions of one tenant; null when it cannot be one, or is sure to be answered no.</summary>
    internal Premises? And(Premises other)
    {
        if (Statement != other.Statement || Besides != other.Besides) return null;
        List<string> streams = [.. Streams], marks = [.. Marks];
        for (var i = 0; i < other.Streams.Count; i++)
        {
            var known = streams.IndexOf(other.Streams[i]);
            if (known >= 0 && marks[known] != other.Marks[i]) return null;
            if (known >= 0) continue;
            streams.Add(other.Streams[i]);
            marks.Add(other.Marks[i]);
        }
        return this with { Streams = streams, Marks = marks };
    }

    internal NpgsqlBatchCommand Ask(string tenant) => new(Statement)
    {
        Parameters =
        {
            new NpgsqlParameter<string> { TypedValue = tenant },
            new NpgsqlParameter<string[]> { TypedValue = [.. Streams] },
            new NpgsqlParameter<string[]> { TypedValue = [.. Marks] },
            new NpgsqlParameter<string?> { TypedValue = Besides, NpgsqlDbType = NpgsqlDbType.Text },
        },
    };
}
