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
    /// <summary>Everyone the cluster knows by id, the forgotten too.</summary>
    public async Task<IReadOnlyList<Person>> ReadAsync(string tenant, CancellationToken cancellation)
    {
        await using var connection = await sources.App.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                EventStoreDataSources.TenantSetting(tenant),
                new("SELECT id, name, mail, title, organisation, language, seats, roles, deputies FROM people WHERE tenant_id = $1 ORDER BY id") { Parameters = { new() { Value = tenant } } },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
        var people = new List<Person>();
        while (await reader.ReadAsync(cancellation))
            people.Add(new(
                reader.GetString(0), tenant, reader.GetString(1), Text(2), Text(3), Text(4), reader.GetString(5),
                JsonSerializer.Deserialize<ForumSeat[]>(reader.GetString(6), EventTypes.StoredJson)!)
            {
                Roles = JsonSerializer.Deserialize<ClusterRole[]>(reader.GetString(7), EventTypes.StoredJson)!,
                Deputies = JsonSerializer.Deserialize<Deputy[]>(reader.GetString(8), EventTypes.StoredJson)!,
            });
        return people;
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
