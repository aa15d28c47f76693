using Initiatives.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Initiatives.Api.Features.Packs;

/// <summary>The archive of editions. Rows are added and read; no role of the service can change one.</summary>
internal sealed class Editions(EventStoreDataSources sources)
{
    private const string Columns = """
        e.kind, e.occasion, e.edition, e.forum, e.meeting, e.meeting_on, e.cut_off, e.issued_at, e.content_hash, e.fingerprint, e.program, e.why,
        EXISTS (SELECT FROM edition_files f WHERE (f.tenant_id, f.kind, f.occasion, f.edition, f.format) = (e.tenant_id, e.kind, e.occasion, e.edition, 'pdf'))
        """;

    /// <summary>Newest first.</summary>
    /// <param name="kind">Only this kind; all when null.</param>
    /// <param name="occasion">Only this meeting's or month's; all when null.</param>
    public Task<List<Edition>> ListAsync(string tenant, string? kind, string? occasion, CancellationToken cancellation) => ReadAsync(
        tenant,
        $"""
        SELECT {Columns} FROM editions e WHERE e.tenant_id = $1 AND ($2 IS NULL OR e.kind = $2) AND ($3 IS NULL OR e.occasion = $3)
        ORDER BY e.issued_at DESC, e.kind, e.occasion, e.edition DESC
        """,
        [Text(tenant), Text(kind), Text(occasion)],
        Row,
        cancellation);

    /// <summary>The last edition of a pack; null when there is none.</summary>
    public async Task<Edition?> NewestAsync(string tenant, string kind, string occasion, CancellationToken cancellation) =>
        (await ListAsync(tenant, kind, occasion, cancellation)).MaxBy(e => e.Number);

    /// <summary>Null when there is none.</summary>
    public async Task<Edition?> FindAsync(string tenant, string id, CancellationToken cancellation) =>
        Edition.TryParse(id, out var parts) && await ListAsync(tenant, parts.Kind, parts.Occasion, cancellation) is { } editions
            ? editions.Find(e => e.Number == parts.Number)
            : null;

    /// <summary>The page, byte for byte as it was frozen.</summary>
    public async Task<byte[]> HtmlAsync(string tenant, Edition edition, CancellationToken cancellation) => (await ReadAsync(
        tenant,
        "SELECT html FROM editions WHERE tenant_id = $1 AND kind = $2 AND occasion = $3 AND edition = $4",
        Key(tenant, edition),
        static row => row.GetFieldValue<byte[]>(0),
        cancellation)).Single();

    /// <summary>The last print; null when it has not been printed.</summary>
    public Task<byte[]?> PdfAsync(string tenant, Edition edition, CancellationToken cancellation) => FileAsync(tenant, edition, EditionFormat.Pdf, cancellation);

    /// <summary>The edition in another form, as it was last made; null when it has not been made.</summary>
    public async Task<byte[]?> FileAsync(string tenant, Edition edition, EditionFormat format, CancellationToken cancellation) => (await ReadAsync(
        tenant,
        """
        SELECT content FROM edition_files WHERE tenant_id = $1 AND kind = $2 AND occasion = $3 AND edition = $4 AND format = $5
        ORDER BY made_at DESC LIMIT 1
        """,
        [.. Key(tenant, edition), Text(format.Name)],
        static row => row.GetFieldValue<byte[]>(0),
        cancellation)).SingleOrDefault();

    /// <summary>Files whose bytes are not those that were kept.</summary>
    public Task<List<(string Format, DateTime MadeAt)>> DamagedFilesAsync(string tenant, Edition edition, CancellationToken cancellation) => ReadAsync(
        tenant,
        """
        SELECT format, made_at FROM edition_files
        WHERE tenant_id = $1 AND kind = $2 AND occasion = $3 AND edition = $4 AND encode(sha256(content), 'hex') <> content_hash
        """,
        Key(tenant, edition),
        static row => (row.GetString(0), row.GetDateTime(1)),
        cancellation);

    /// <summary>Ids of all editions that the log tells of.</summary>
    public Task<List<string>> IssuedIdsAsync(string tenant, CancellationToken cancellation) => ReadAsync(
        tenant,
        """
        SELECT concat_ws('.', data ->> 'Kind', data ->> 'Occasion', data ->> 'Edition')
        FROM mt_streams s JOIN mt_events e ON e.tenant_id = s.tenant_id AND e.stream_id = s.id WHERE s.tenant_id = $1 AND s.type = 'pack' ORDER BY e.seq_id
        """,
        [Text(tenant)],
        static row => row.GetString(0),
        cancellation);

    /// <summary>Goes alongside the append of its edition_issued.</summary>
    public static NpgsqlBatchCommand Put(string tenant, Edition e, byte[] html) => new("""
        INSERT INTO editions (tenant_id, kind, occasion, edition, forum, meeting, meeting_on, cut_off, issued_at, html, content_hash, fingerprint, program, why)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        """)
    {
        Parameters =
        {
            Text(tenant), Text(e.Kind), Text(e.Occasion), Of(e.Number), Text(e.Forum), Text(e.Meeting),
            new() { Value = (object?)e.MeetingOn ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Date },
            Of(e.CutOff), Of(e.IssuedAt.UtcDateTime), Of(html), Text(e.ContentHash), Text(e.Fingerprint), Text(e.Program), Text(e.Why),
        },
    };

    /// <summary>Keeps what was printed, beside the edition.</summary>
    public Task KeepPdfAsync(string tenant, Edition edition, byte[] pdf, DateTimeOffset madeAt, CancellationToken cancellation) => KeepAsync(tenant, edition, EditionFormat.Pdf, pdf, madeAt, cancellation);

    /// <summary>Keeps the edition in another form, beside it.</summary>
    public async Task KeepAsync(string tenant, Edition edition, EditionFormat format, byte[] content, DateTimeOffset madeAt, CancellationToken cancellation)
    {
        await using var connection = await sources.App.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                EventStoreDataSources.TenantSetting(tenant),
                new("""
                    INSERT INTO edition_files (tenant_id, kind, occasion, edition, format, made_at, content, content_hash)
                    VALUES ($1, $2, $3, $4, $5, $6, $7, encode(sha256($7), 'hex')) ON CONFLICT DO NOTHING
                    """)
                {
                    Parameters = { Text(tenant), Text(edition.Kind), Text(edition.Occasion), Of(edition.Number), Text(format.Name), Of(madeAt.UtcDateTime), Of(content) },
                },
            },
        };
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    private static NpgsqlParameter[] Key(string tenant, Edition e) => [Text(tenant), Text(e.Kind), Text(e.Occasion), Of(e.Number)];

    private async Task<List<T>> ReadAsync<T>(
        string tenant, string sql, NpgsqlParameter[] parameters, Func<NpgsqlDataReader, T> read, CancellationToken cancellation)
    {
        await using var connection = await sources.App.OpenConnectionAsync(cancellation);
        var query = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters)
            query.Parameters.Add(parameter);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { EventStoreDataSources.TenantSetting(tenant), query } };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation))
            rows.Add(read(reader));
        return rows;
    }

    private static Edition Row(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        row.GetInt32(2),
        row.GetString(3),
        row.IsDBNull(4) ? null : row.GetString(4),
        row.IsDBNull(5) ? null : row.GetFieldValue<DateOnly>(5),
        row.GetInt64(6),
        new DateTimeOffset(row.GetDateTime(7)),
        row.GetString(8),
        row.GetString(9),
        row.GetString(10),
        row.IsDBNull(11) ? null : row.GetString(11),
        row.GetBoolean(12));

    private static NpgsqlParameter Text(string? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };

    private static NpgsqlParameter Of<T>(T value) => new NpgsqlParameter<T> { TypedValue = value };
}
