using System.Text.Json;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Reading;
using Initiatives.Api.Rights;
using Initiatives.Domain;
using Initiatives.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Initiatives.Api.SignIn;

/// <summary>
/// Finds out who a secret belongs to, and who that is in each cluster: seats and roles from the register, ownership from
/// the initiatives, other people's places from their deputies. One round trip, over all clusters. Over 200 lines, because every kind of
/// secret asks the same question, and a way in that answered it otherwise would be a hole.
/// </summary>
internal sealed class Callers(EventStoreDataSources sources, Freshness<Caller> kept, TimeProvider time)
{
    /// <summary>The register's own entries for the installation: national readers and operators. No cluster can have this id.</summary>
    public const string InstallationRegister = "-";

    // A request in the same few minutes tells nothing new of when somebody was last here.
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    private const string SessionMine = """
        SELECT p.tenant_id, p.id FROM people p JOIN sessions s ON (s.mail IS NOT NULL AND lower(p.mail) = s.mail) OR (s.mail IS NULL AND p.tenant_id = s.tenant_id AND p.id = s.person_id)
        WHERE s.id = $1 AND s.expires > $2 AND p.name <> ''
        """;

    private const string TokenMine = """
        SELECT p.tenant_id, p.id FROM people p JOIN api_tokens t ON p.tenant_id = t.tenant_id AND p.id = t.person_id
        WHERE t.hash = $1 AND t.expires > $2 AND t.revoked IS NULL AND p.name <> ''
        """;

    private const string FeedMine = """
        SELECT p.tenant_id, p.id FROM people p JOIN feed_links f ON p.tenant_id = f.tenant_id AND p.id = f.person_id
        WHERE f.hash = $1 AND f.expires > $2 AND p.name <> ''
        """;

    private const string PersonColumns = "p.tenant_id, p.id, p.name, p.organisation, p.language, p.seats, p.roles, p.deputies";

    /// <param name="token">As the browser's cookie has it.</param>
    public async Task<Caller?> BySessionAsync(string token, CancellationToken cancellation)
    {
        if (!Secret.IsOne(token)) return null;
        var now = time.GetUtcNow();
        var caller = await kept.GetAsync(KeyOf(token, now), () => ReadSessionAsync(token, now, cancellation));
        return caller?.Session?.Expires > now ? caller : null;
    }

    /// <summary>The session of this token has been changed by its own use.</summary>
    public void Forget(string token) => kept.Drop(KeyOf(token, time.GetUtcNow()));

    // Roles begin and end with days, and no fact says so: nothing is kept for longer than SeenEvery.
    private static string KeyOf(string token, DateTimeOffset now) => FormattableString.Invariant($"{token}{now.UtcTicks / SeenEvery.Ticks}");

    private async Task<Caller?> ReadSessionAsync(string token, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var connection = await sources.System.OpenConnectionAsync(cancellation);
        await using var batch = Ask(connection, SessionMine, $"SELECT {Sessions.Columns}, task_initiative, task_meeting, task_procedure FROM sessions WHERE id = $1 AND expires > $2", token, now);
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation)) return null;
        var session = Sessions.Read(reader);
        var task = !reader.IsDBNull(9) ? new TaskScope(reader.GetString(9), reader.GetString(10)) : !reader.IsDBNull(11) ? new TaskScope(reader.GetString(11), null) : null;
        var known = await ReadAsync(reader, now, cancellation);
        return new Caller(session.Id[..12], [.. known.Memberships.Select(m => m with { Task = task })], session) { InstallationRoles = task is null ? known.Installation : [] };
    }

    /// <param name="token">As the Authorization header has it.</param>
    public async Task<Caller?> ByTokenAsync(string token, CancellationToken cancellation)
    {
        if (!Secret.IsOne(token)) return null;
        var now = time.GetUtcNow();
        await using var connection = await sources.System.OpenConnectionAsync(cancellation);
        const string found = "SELECT tenant_id, id::text, name, role, may_write, last_used, expires FROM api_tokens WHERE hash = $1 AND expires > $2 AND revoked IS NULL";
        await using var batch = Ask(connection, TokenMine, found, token, now);
        string tenant, id, name;
        string? role;
        bool mayWrite, seenLately;
        DateTimeOffset until;
        Known known;
        await using (var reader = await batch.ExecuteReaderAsync(cancellation))
        {
            if (!await reader.ReadAsync(cancellation)) return null;
            (tenant, id, name, role, mayWrite) = (reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetString(3), reader.GetBoolean(4));
            seenLately = !reader.IsDBNull(5) && now - reader.GetFieldValue<DateTimeOffset>(5) < SeenEvery;
            until = reader.GetFieldValue<DateTimeOffset>(6);
            known = await ReadAsync(reader, now, cancellation);
        }
        if (!seenLately)
        {
            await using var touch = new NpgsqlCommand("UPDATE api_tokens SET last_used = $2 WHERE hash = $1", connection) { Parameters = { Hash(token), Sessions.Instant(now) } };
            await touch.ExecuteNonQueryAsync(cancellation);
        }
        // One of the installation's own: what they are to it, and to the clusters that have said yes to them.
        if (tenant == InstallationRegister)
            return new Caller(id, [.. known.Memberships.Select(m => m with { ReadOnly = !mayWrite })]) { InstallationRoles = known.Installation, ReadOnly = !mayWrite, Until = until };
        var member = role is null
            ? known.Memberships.FirstOrDefault(m => m.Cluster == tenant)
            : new Membership(tenant, known.Clusters.GetValueOrDefault(tenant, tenant), $"integration-{id}", name, null, [new(role == "secretariat" ? Role.Secretariat : Role.Reader)]);
        return new Caller(id, member is null ? [] : [member with { ReadOnly = !mayWrite }]) { ReadOnly = !mayWrite, Until = until, IsPerson = role is null };
    }

    /// <summary>Whose calendar and decisions an address opens; null when it opens none, or no longer.</summary>
    public async Task<Membership?> ByFeedAsync(string secret, CancellationToken cancellation)
    {
        if (!Secret.IsOne(secret)) return null;
        var now = time.GetUtcNow();
        await using var connection = await sources.System.OpenConnectionAsync(cancellation);
        await using var batch = Ask(connection, FeedMine, "SELECT tenant_id FROM feed_links WHERE hash = $1 AND expires > $2", secret, now);
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation)) return null;
        var tenant = reader.GetString(0);
        return (await ReadAsync(reader, now, cancellation)).Memberships.FirstOrDefault(m => m.Cluster == tenant) is { } member ? member with { ReadOnly = true } : null;
    }

    /// <summary>The address as a register has it, when anyone's is this one; null when nobody's is.</summary>
    /// <remarks>Write to that and not to what was typed: two addresses may be one in lower case and two to a mail server.</remarks>
    /// <param name="organisations">Only people of these; empty: of any, or of none.</param>
    public async Task<string?> AddressAsync(string mail, IReadOnlyList<string> organisations, CancellationToken cancellation)
    {
        await using var command = sources.System.CreateCommand("""
            SELECT mail FROM people WHERE lower(mail) = lower($1) AND name <> '' AND (cardinality($2) = 0 OR organisation = ANY ($2)) LIMIT 1
            """);
        command.Parameters.AddRange(new NpgsqlParameter[] { Sessions.Text(mail), new() { Value = organisations.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text } });
        return (string?)await command.ExecuteScalarAsync(cancellation);
    }

    private static NpgsqlBatch Ask(NpgsqlConnection connection, string mine, string found, string secret, DateTimeOffset now)
    {
        NpgsqlBatchCommand Of(string sql) => new(sql) { Parameters = { Hash(secret), Sessions.Instant(now) } };
        return new(connection)
        {
            BatchCommands =
            {
                Of(found),
                new("""
                    SELECT t.tenant_id, t.data ->> 'Name', coalesce((t.data ->> 'NationalReading')::boolean, false), t.data ->> 'TimeZone'
                    FROM mt_streams s JOIN stream_states t ON t.tenant_id = s.tenant_id AND t.stream_id = s.id WHERE s.id = 'cluster' ORDER BY s.created, s.tenant_id
                    """),
                Of($"WITH mine AS ({mine}) SELECT {PersonColumns} FROM people p JOIN mine USING (tenant_id, id)"),
                Of($"WITH mine AS ({mine}) SELECT DISTINCT {PersonColumns}, m.id FROM people p JOIN mine m ON p.tenant_id = m.tenant_id AND p.deputies @> jsonb_build_array(jsonb_build_object('Person', m.id))"),
                Of($"WITH mine AS ({mine}) SELECT c.tenant_id, c.stream_id, c.data ->> 'Owner', c.data ->> 'ProjectLead' FROM initiative_cards c WHERE c.tenant_id IN (SELECT tenant_id FROM mine)"),
            },
        };
    }

    private sealed record Known(IReadOnlyList<Membership> Memberships, IReadOnlyList<HeldRole> Installation, IReadOnlyDictionary<string, string> Clusters);

    private static async Task<Known> ReadAsync(NpgsqlDataReader reader, DateTimeOffset now, CancellationToken cancellation)
    {
        var clusters = new List<(string Id, string Name, bool National, DateOnly Day)>();
        await reader.NextResultAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            clusters.Add((reader.GetString(0), reader.GetString(1), reader.GetBoolean(2), Clock.Day(now, reader.GetString(3))));

        var people = new List<Person>();
        await reader.NextResultAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) people.Add(ReadPerson(reader));

        var represented = new List<(Person Person, string By)>();
        await reader.NextResultAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) represented.Add((ReadPerson(reader), reader.GetString(8)));

        var answers = new List<(string Tenant, string Stream, string? Owner, string? Lead)>();
        await reader.NextResultAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            answers.Add((reader.GetString(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetString(3)));

        IEnumerable<HeldRole> Initiatives(string tenant, string person, string? @for) => answers.Where(a => a.Tenant == tenant).SelectMany(a => new[]
        {
            a.Owner == person ? new HeldRole(Role.Owner, Initiative: a.Stream, For: @for) : null,
            a.Lead == person ? new HeldRole(Role.ProjectLead, Initiative: a.Stream, For: @for) : null,
        }).OfType<HeldRole>();

        var memberships = new List<Membership>();
        var today = clusters.Count > 0 ? clusters[0].Day : Clock.Day(now, Cluster.None.TimeZone);
        HeldRole[] installation = [.. people.Where(p => p.Cluster == InstallationRegister).SelectMany(p => Caller.RolesOf(p, today)).Where(r => r.Role is Role.Operator or Role.NationalReader)];
        foreach (var (id, name, national, day) in clusters)
        {
            var entry = people.Find(p => p.Cluster == id);
            var roles = new List<HeldRole>();
            if (entry is not null)
            {
                roles.AddRange(Caller.RolesOf(entry, day).Where(r => r.Role is not (Role.Operator or Role.NationalReader)));
                roles.AddRange(Initiatives(id, entry.Id, null));
                foreach (var (other, by) in represented.Where(r => r.Person.Cluster == id && r.By == entry.Id && r.Person.Deputies.Any(d => d.Person == entry.Id && d.HoldsOn(day))))
                {
                    roles.AddRange(Caller.RolesOf(other, day, other.Id).Where(r => r.Role is not (Role.Operator or Role.NationalReader)));
                    roles.AddRange(Initiatives(id, other.Id, other.Id));
                }
            }
            if (national && installation.Any(r => r.Role == Role.NationalReader)) roles.Add(new(Role.NationalReader));
            if (roles.Count == 0) continue;
            var self = entry ?? people.Find(p => p.Cluster == InstallationRegister)!;
            memberships.Add(new(id, name, self.Id, self.Name, entry?.Organisation, roles) { Language = self.Language });
        }
        return new(memberships, installation, clusters.ToDictionary(c => c.Id, c => c.Name));
    }

    private static Person ReadPerson(NpgsqlDataReader reader)
    {
        T[] List<T>(int column) => JsonSerializer.Deserialize<T[]>(reader.GetString(column), EventTypes.StoredJson)!;
        return new(
            reader.GetString(1), reader.GetString(0), reader.GetString(2), null, null, reader.IsDBNull(3) ? null : reader.GetString(3), reader.GetString(4), List<ForumSeat>(5))
        {
            Roles = List<ClusterRole>(6),
            Deputies = List<Deputy>(7),
        };
    }

    private static NpgsqlParameter<byte[]> Hash(string secret) => new() { TypedValue = Secret.HashOf(secret), NpgsqlDbType = NpgsqlDbType.Bytea };
}
