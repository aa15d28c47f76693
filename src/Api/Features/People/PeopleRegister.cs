using System.Text.Json;
using Initiatives.Domain;
using Initiatives.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Initiatives.Api.Features.People;

/// <summary>
/// The register of people, outside the event log: the one place where a name or an address stands, so that a person can
/// be forgotten without breaking the history.
/// </summary>
internal sealed class PeopleRegister(EventStoreDataSources sources)
{
    private const string Columns = "id, name, mail, title, organisation, language, seats, roles, deputies";

    /// <summary>Everyone the cluster knows by id, the forgotten too.</summary>
    public async Task<IReadOnlyList<Person>> ReadAsync(string tenant, CancellationToken cancellation)
    {
        await using var connection = await sources.App.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                EventStoreDataSources.TenantSetting(tenant),
                new($"SELECT {Columns} FROM people WHERE tenant_id = $1 ORDER BY id") { Parameters = { new() { Value = tenant } } },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        var people = new List<Person>();
        while (await reader.ReadAsync(cancellation))
            people.Add(Entry(tenant, reader));
        return people;
    }

    /// <summary>How often the register has changed: kept beside whatever is made of its names. Each change is told to every node as well.</summary>
    public async Task<long> VersionAsync(string tenant, CancellationToken cancellation)
    {
        await using var connection = await sources.App.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                EventStoreDataSources.TenantSetting(tenant),
                new("SELECT version FROM people_version WHERE tenant_id = $1") { Parameters = { new() { Value = tenant } } },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? reader.GetInt64(0) : 0;
    }

    /// <summary>One entry with its version; null when the cluster never knew the id.</summary>
    public async Task<(Person Person, long Version)?> FindAsync(string tenant, string id, CancellationToken cancellation)
    {
        await using var connection = await sources.App.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { EventStoreDataSources.TenantSetting(tenant), One(tenant, id, "") } };
        return await OneAsync(batch, tenant, cancellation);
    }

    /// <summary>The same, and nobody else changes it before the transaction ends. Names the cluster for the rest of it.</summary>
    public static async Task<(Person Person, long Version)?> LockAsync(NpgsqlTransaction transaction, string tenant, string id, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(transaction.Connection, transaction)
        {
            BatchCommands = { EventStoreDataSources.TenantSetting(tenant), One(tenant, id, "FOR UPDATE") },
        };
        return await OneAsync(batch, tenant, cancellation);
    }

    /// <summary>Adds the entry or changes it; the version after that.</summary>
    public static async Task<long> WriteAsync(NpgsqlTransaction transaction, Person person, CancellationToken cancellation)
    {
        var write = Recording(person);
        write.CommandText += " RETURNING version";
        await using var batch = new NpgsqlBatch(transaction.Connection, transaction) { BatchCommands = { write } };
        return (long)(await batch.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>True when somebody else in the cluster has the person's address: who signs in by an address is one person there.</summary>
    public static async Task<bool> IsTakenAsync(NpgsqlTransaction transaction, Person person, CancellationToken cancellation)
    {
        if (person.Mail is not { } mail) return false;
        await using var command = new NpgsqlCommand("SELECT EXISTS (SELECT FROM people WHERE tenant_id = $1 AND id <> $2 AND lower(mail) = lower($3))", transaction.Connection, transaction)
        {
            Parameters = { new() { Value = person.Cluster }, new() { Value = person.Id }, new() { Value = mail } },
        };
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>Names by person id; a forgotten person is absent.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(string tenant, CancellationToken cancellation)
    {
        await using var connection = await sources.App.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                EventStoreDataSources.TenantSetting(tenant),
                new("SELECT id, name FROM people WHERE tenant_id = $1 AND name <> ''") { Parameters = { new() { Value = tenant } } },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellation))
            names[reader.GetString(0)] = reader.GetString(1);
        return names;
    }

    private static NpgsqlBatchCommand One(string tenant, string id, string locking) =>
        new($"SELECT {Columns}, version FROM people WHERE tenant_id = $1 AND id = $2 {locking}") { Parameters = { new() { Value = tenant }, new() { Value = id } } };

    private static async Task<(Person Person, long Version)?> OneAsync(NpgsqlBatch batch, string tenant, CancellationToken cancellation)
    {
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? (Entry(tenant, reader), reader.GetInt64(reader.GetOrdinal("version"))) : null;
    }

    private static Person Entry(string tenant, NpgsqlDataReader reader)
    {
        string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
        T[] List<T>(int column) => JsonSerializer.Deserialize<T[]>(reader.GetString(column), EventTypes.StoredJson)!;
        return new(reader.GetString(0), tenant, reader.GetString(1), Text(2), Text(3), Text(4), reader.GetString(5), List<ForumSeat>(6))
        {
            Roles = List<ClusterRole>(7),
            Deputies = List<Deputy>(8),
        };
    }

    /// <summary>The command that adds a person or changes the entry; runs with the facts that name the person, in their transaction.</summary>
    public static NpgsqlBatchCommand Recording(Person person) => Insert(person, """
        DO UPDATE SET name = excluded.name, mail = excluded.mail, title = excluded.title, organisation = excluded.organisation,
            language = excluded.language, seats = excluded.seats, roles = excluded.roles, deputies = excluded.deputies
        """);

    /// <summary>The command that adds a person, and leaves one who is there already as they are.</summary>
    public static NpgsqlBatchCommand RecordingNew(Person person) => Insert(person, "DO NOTHING");

    private static NpgsqlBatchCommand Insert(Person person, string elseDo) =>
        new($"""
            INSERT INTO people (tenant_id, id, name, mail, title, organisation, language, seats, roles, deputies) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            ON CONFLICT (tenant_id, id) {elseDo}
            """)
        {
            Parameters =
            {
                new() { Value = person.Cluster },
                new() { Value = person.Id },
                new() { Value = person.Name },
                new() { Value = (object?)person.Mail ?? DBNull.Value },
                new() { Value = (object?)person.Title ?? DBNull.Value },
                new() { Value = (object?)person.Organisation ?? DBNull.Value },
                new() { Value = person.Language },
                Json(person.Seats),
                Json(person.Roles),
                Json(person.Deputies),
            },
        };

    private static NpgsqlParameter Json<T>(IReadOnlyList<T> list) =>
        new() { Value = JsonSerializer.Serialize(list, EventTypes.StoredJson), NpgsqlDbType = NpgsqlDbType.Jsonb };
}
