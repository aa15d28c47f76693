using Initiatives.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Initiatives.Api.SignIn;

/// <summary>The table of who is signed in. It belongs to no cluster: one person may be known in several.</summary>
internal sealed class Sessions(EventStoreDataSources sources, LogSignal signal, TimeProvider time, SecurityLog log)
{
    /// <summary>Signed out after so long without a request.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(24);

    /// <summary>Signed out at the latest after so long.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    // A request in the same few minutes tells nothing new.
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    // Longer than a browser's name needs to be recognised in the person's own list.
    private const int LongestAgent = 200;

    /// <summary>Begins a session and returns the browser's token, which is kept nowhere here.</summary>
    /// <param name="mail">Proven, in any case.</param>
    public async Task<string> BeginAsync(string mail, string how, string agent, string? providerHint, CancellationToken cancellation)
    {
        var token = Secret.Make();
        var now = time.GetUtcNow();
        await using var command = sources.System.CreateCommand("""
            INSERT INTO sessions (id, mail, form_key, how, provider_hint, agent, made, seen, expires) VALUES ($1, lower($2), $3, $4, $5, $6, $7, $7, $8)
            """);
        command.Parameters.AddRange(new NpgsqlParameter[] {
            new NpgsqlParameter<byte[]> { TypedValue = Secret.HashOf(token) }, Text(mail), Text(Secret.Make()), Text(how), Text(providerHint),
            Text(agent.Length > LongestAgent ? agent[..LongestAgent] : agent), Instant(now), Instant(now + Idle),
        });
        await command.ExecuteNonQueryAsync(cancellation);
        log.Begun(Short(token), how);
        return token;
    }

    /// <summary>Begins a session for one task.</summary>
    /// <param name="task">Whose and which; the session is over when its link is, at the latest.</param>
    public async Task<string> BeginTaskAsync(TaskLink task, string agent, CancellationToken cancellation)
    {
        var token = Secret.Make();
        var now = time.GetUtcNow();
        await using var command = sources.System.CreateCommand("""
            INSERT INTO sessions (id, tenant_id, person_id, task_initiative, task_meeting, form_key, how, agent, made, seen, expires, task_procedure)
            VALUES ($1, $2, $3, $4, $5, $6, 'task', $7, $8, $8, $9, $10)
            """);
        var expires = now + Idle < task.Expires ? now + Idle : task.Expires;
        command.Parameters.AddRange(new NpgsqlParameter[] {
            new NpgsqlParameter<byte[]> { TypedValue = Secret.HashOf(token) }, Text(task.Tenant), Text(task.Person), Text(task.Initiative), Text(task.Meeting), Text(Secret.Make()),
            Text(agent.Length > LongestAgent ? agent[..LongestAgent] : agent), Instant(now), Instant(expires), Text(task.Procedure),
        });
        await command.ExecuteNonQueryAsync(cancellation);
        log.Begun(Short(token), "task");
        return token;
    }

    /// <summary>Notes that the session was used, and keeps it alive.</summary>
    /// <returns>False when it was noted a moment ago.</returns>
    public async Task<bool> TouchAsync(Session session, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (now - session.Seen < SeenEvery) return false;
        var expires = now + Idle < session.Made + Longest ? now + Idle : session.Made + Longest;
        await using var command = sources.System.CreateCommand("UPDATE sessions SET seen = $2, expires = $3 WHERE id = $1");
        command.Parameters.AddRange(new NpgsqlParameter[] { new NpgsqlParameter<byte[]> { TypedValue = Convert.FromHexString(session.Id) }, Instant(now), Instant(expires) });
        await command.ExecuteNonQueryAsync(cancellation);
        return true;
    }

    /// <summary>The sessions of one address that have not ended, last used first.</summary>
    public async Task<IReadOnlyList<Session>> ListAsync(string mail, CancellationToken cancellation)
    {
        await using var command = sources.System.CreateCommand($"SELECT {Columns} FROM sessions WHERE mail = $1 AND expires > $2 ORDER BY seen DESC");
        command.Parameters.AddRange(new NpgsqlParameter[] { Text(mail), Instant(time.GetUtcNow()) });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var sessions = new List<Session>();
        while (await reader.ReadAsync(cancellation)) sessions.Add(Read(reader));
        return sessions;
    }

    /// <summary>Ends one session of this address; another's is left alone.</summary>
    public Task EndAsync(string mail, string id, CancellationToken cancellation) =>
        DeleteAsync("DELETE FROM sessions WHERE id = $1 AND mail = $2", cancellation, new NpgsqlParameter<byte[]> { TypedValue = Convert.FromHexString(id) }, Text(mail));

    /// <summary>Ends the session that the browser holds.</summary>
    public Task EndAsync(Session session, CancellationToken cancellation)
    {
        log.Ended(session.Id[..12]);
        return DeleteAsync("DELETE FROM sessions WHERE id = $1", cancellation, new NpgsqlParameter<byte[]> { TypedValue = Convert.FromHexString(session.Id) });
    }

    /// <summary>Ends every session of an address: its owner asked, or is to be forgotten.</summary>
    public Task EndAllAsync(string mail, CancellationToken cancellation) => DeleteAsync("DELETE FROM sessions WHERE mail = lower($1)", cancellation, Text(mail));

    /// <summary>Ends every session of an address, and every session for a task of this person in this cluster.</summary>
    /// <param name="mail">Null when the person has none.</param>
    public Task EndAllAsync(string? mail, string tenant, string person, CancellationToken cancellation) =>
        DeleteAsync("DELETE FROM sessions WHERE mail = lower($1) OR (tenant_id = $2 AND person_id = $3)", cancellation, Text(mail), Text(tenant), Text(person));

    /// <summary>What has run out is nobody's any more.</summary>
    public async Task SweepAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await DeleteAsync("DELETE FROM sessions WHERE expires < $1", cancellation, Instant(now));
        await DeleteAsync("DELETE FROM sign_in_links WHERE expires < $1", cancellation, Instant(now - TimeSpan.FromDays(1)));
    }

    internal const string Columns = "encode(id, 'hex'), mail, form_key, how, provider_hint, agent, made, seen, expires";

    internal static Session Read(NpgsqlDataReader reader) => new(
        reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.IsDBNull(4) ? null : reader.GetString(4),
        reader.GetString(5), reader.GetFieldValue<DateTimeOffset>(6), reader.GetFieldValue<DateTimeOffset>(7), reader.GetFieldValue<DateTimeOffset>(8));

    private static string Short(string token) => Convert.ToHexStringLower(Secret.HashOf(token))[..12];

    private async Task DeleteAsync(string sql, CancellationToken cancellation, params NpgsqlParameter[] parameters)
    {
        await using var command = sources.System.CreateCommand(sql);
        command.Parameters.AddRange(parameters);
        await command.ExecuteNonQueryAsync(cancellation);
        // Other nodes are told by the database; here it holds from this moment.
        signal.Raise();
    }

    internal static NpgsqlParameter<string?> Text(string? value) => new() { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Text };

    internal static NpgsqlParameter<DateTime> Instant(DateTimeOffset value) => new() { TypedValue = value.UtcDateTime };
}
