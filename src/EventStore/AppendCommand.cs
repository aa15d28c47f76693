using Npgsql;
using NpgsqlTypes;

namespace Initiatives.EventStore;

/// <summary>
/// One call of append_events. Npgsql's batch commands remember the connection they were prepared on, and one used on another fails now and then
/// with "prepared statement does not exist": so it is made anew for every append, or kept by whoever keeps the connection.
/// </summary>
internal sealed class AppendCommand
{
    internal const string Statement = "SELECT append_events($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";

    private readonly NpgsqlParameter<string> _tenant = Text, _stream = Text, _streamType = Text, _expectedHash = Text, _hash = Text;
    private readonly NpgsqlParameter<long> _expectedVersion = new() { NpgsqlDbType = NpgsqlDbType.Bigint };
    private readonly NpgsqlParameter<Guid[]> _ids = new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid };
    private readonly NpgsqlParameter<string[]> _names = new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };
    private readonly NpgsqlParameter<DateTime[]> _timestamps = new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz };
    private readonly NpgsqlParameter<byte[][]> _data = Documents, _headers = Documents;
    private readonly NpgsqlParameter<string?[]> _correlations = Texts, _causations = Texts;
    private readonly NpgsqlParameter<byte[]> _state = new() { NpgsqlDbType = NpgsqlDbType.Json };

    public AppendCommand() => Command = new(Statement)
    {
        Parameters = { _tenant, _stream, _streamType, _expectedVersion, _expectedHash, _ids, _names, _timestamps, _data, _headers, _correlations, _causations, _hash, _state },
    };

    public NpgsqlBatchCommand Command { get; }

    private static NpgsqlParameter<string> Text => new() { NpgsqlDbType = NpgsqlDbType.Text };

    private static NpgsqlParameter<string?[]> Texts => new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };

    private static NpgsqlParameter<byte[][]> Documents => new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb };

    public NpgsqlBatchCommand With(ChainedFacts facts)
    {
        var append = facts.Append;
        (_tenant.TypedValue, _stream.TypedValue, _streamType.TypedValue) = (facts.Tenant, append.Stream, append.StreamType);
        (_expectedVersion.TypedValue, _expectedHash.TypedValue, _hash.TypedValue) = (append.Expected.Version, append.Expected.Hash, facts.Head.Hash);
        (_ids.TypedValue, _names.TypedValue, _timestamps.TypedValue) = (facts.Ids, facts.Names, facts.Timestamps);
        (_data.TypedValue, _headers.TypedValue, _state.TypedValue) = (facts.Data, facts.Headers, append.State);
        (_correlations.TypedValue, _causations.TypedValue) = (facts.Correlations, facts.Causations);
        return Command;
    }
}
