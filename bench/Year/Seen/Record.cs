using Initiatives.Support;
using Initiatives.Year.Expected;
using Npgsql;

namespace Initiatives.Year.Seen;

/// <summary>What really came: mails as an independent reader reads them, editions and rounds as the installation has them on record.</summary>
internal sealed record Record(IReadOnlyList<SeenMail> Mails, IReadOnlyList<ExpectedEdition> Editions, IReadOnlyList<ExpectedRound> Rounds)
{
    private const string AllEditions = "SELECT issued_at, tenant_id, kind, occasion, edition FROM editions ORDER BY issued_at, tenant_id, kind, occasion, edition";

    private const string AllRounds = """
        SELECT timestamp, tenant_id, data ->> 'Meeting', type = 'round_opened',
            (SELECT string_agg(n, ' ' ORDER BY n::int) FROM (SELECT jsonb_array_elements(data -> CASE type WHEN 'round_opened' THEN 'Expected' ELSE 'Missing' END) ->> 'Number' AS n) x)
        FROM mt_events WHERE type IN ('round_opened', 'round_closed') ORDER BY seq_id
        """;

    public static async Task<Record> ReadAsync(NpgsqlDataSource database, IReadOnlyList<ArrivedMail> arrived)
    {
        var read = await MailServer.ReadAsync([.. arrived.Select(a => a.File)]);
        return new(
            [.. arrived.Zip(read, (a, r) => new SeenMail(a.At, a.File, r))],
            await ListAsync(database, AllEditions, row => new ExpectedEdition(row.GetFieldValue<DateTimeOffset>(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt32(4))),
            await ListAsync(database, AllRounds, row => new ExpectedRound(row.GetFieldValue<DateTimeOffset>(0), row.GetString(1), row.GetString(2), row.GetBoolean(3), row.IsDBNull(4) ? "" : row.GetString(4))));
    }

    private static async Task<List<T>> ListAsync<T>(NpgsqlDataSource database, string sql, Func<NpgsqlDataReader, T> read)
    {
        var list = new List<T>();
        await using var command = database.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
            list.Add(read(rows));
        return list;
    }
}

internal sealed record SeenMail(DateTimeOffset At, string File, ReadMail Read)
{
    public string To => Read.Headers["To"];

    public string Subject => Read.Headers["Subject"];

    public string MessageId => Read.Headers["Message-ID"];
}
