using Npgsql;

namespace Initiatives.EventStore;

/// <summary>
/// One login, two faces, roles that own nothing: <see cref="App"/> serves requests and sees one cluster at a time;
/// <see cref="System"/> runs jobs, subscriptions and verification over all clusters. Needs a session per connection: a pooler
/// in between must not be in transaction mode.
/// </summary>
public sealed class EventStoreDataSources : IAsyncDisposable
{
    // In the words of the Options of a connection string.
    internal const string PlannedOnce = " -c plan_cache_mode=force_generic_plan";

    internal const string TenantStatement = "SELECT set_config('initiatives.tenant', $1, true)";

    // As App. A row that somebody holds must not keep those who came along, so a lock is waited for only briefly.
    private readonly NpgsqlDataSource _grouped;

    private EventStoreDataSources(NpgsqlDataSource owner, NpgsqlDataSource app, NpgsqlDataSource grouped, NpgsqlDataSource system, NpgsqlDataSource unpooled) =>
        (Owner, App, _grouped, System, Unpooled, Groups) = (owner, app, grouped, system, unpooled, new(grouped));

    /// <summary>As who the connection string says, whom no wall binds: for tests that tamper. A program migrates with a source of its own.</summary>
    internal NpgsqlDataSource Owner { get; }

    /// <summary>
    /// As <c>initiatives_app</c>: every transaction must name its cluster (<see cref="EventLog"/> does; other statements
    /// start with <see cref="TenantSetting"/>) and sees nothing of the others. Connections go back to the pool without a reset:
    /// change no session setting, take no session lock, LISTEN to nothing and create no temporary table on them. Their statements look rows up by
    /// key, and are planned once: PostgreSQL would otherwise plan each call anew that names an array of keys.
    /// </summary>
    public NpgsqlDataSource App { get; }

    /// <summary>Appends that share a transaction.</summary>
    internal GroupCommit Groups { get; }

    /// <summary>As <c>initiatives_system</c>: all clusters. The same rule for what may not be left on a connection.</summary>
    public NpgsqlDataSource System { get; }

    /// <summary>As <see cref="System"/>, each connection opened for one holder and closed with it: advisory locks, LISTEN.</summary>
    internal NpgsqlDataSource Unpooled { get; }

    /// <param name="connectionString">
    /// Its Maximum Pool Size is that of <see cref="App"/>. When it names none, eight for each of the machine's cores, from 16 to 32, less those of
    /// <see cref="Groups"/>: whoever needs more waits here for a connection rather than for others inside PostgreSQL. Two nodes with all their connections stay under PostgreSQL's default of 100.
    /// </param>
    public static EventStoreDataSources Create(string connectionString)
    {
        var login = new NpgsqlConnectionStringBuilder(connectionString);
        var poolSize = login.ContainsKey("Maximum Pool Size") ? login.MaxPoolSize : Math.Clamp(8 * Environment.ProcessorCount, 16, 32) - GroupCommit.AtOnce;

        NpgsqlConnectionStringBuilder As(string? role, int size)
        {
            var settings = new NpgsqlConnectionStringBuilder(connectionString) { MaxPoolSize = size, MinPoolSize = 0 };
            if (string.IsNullOrEmpty(settings.ApplicationName)) settings.ApplicationName = role ?? "initiatives_owner";
            if (role is null) return settings;
            settings.Options = $"{settings.Options} -c role={role}".TrimStart();
            return settings;
        }

        NpgsqlDataSource Pool(string role, int size, string options = "", int? writeBuffer = null)
        {
            var settings = As(role, size);
            settings.Options += options;
            settings.WriteBufferSize = writeBuffer ?? settings.WriteBufferSize;
            // Statements are prepared by their second use and stay with the connection; a reset would cost more than an append.
            settings.MaxAutoPrepare = 256;
            settings.AutoPrepareMinUsages = 2;
            settings.NoResetOnClose = true;
            return NpgsqlDataSource.Create(settings);
        }

        var alone = As("initiatives_system", 1);
        alone.Pooling = false;
        alone.MaxAutoPrepare = 64;
        // A leader that vanished with its machine must lose its lock, and must learn that it has lost it.
        alone.KeepAlive = 10;
        alone.Options += " -c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3";
        return new(
            NpgsqlDataSource.Create(As(null, 4)),
            Pool("initiatives_app", poolSize, PlannedOnce),
            // An append is some 7 kB, and PostgreSQL is woken by each part of a group that is sent.
            Pool("initiatives_app", GroupCommit.AtOnce, $"{PlannedOnce} -c lock_timeout=200ms", writeBuffer: 64 * 1024),
            Pool("initiatives_system", Math.Max(6, poolSize / 4)),
            NpgsqlDataSource.Create(alone));
    }

    /// <summary>Names the cluster for the rest of the transaction (or batch): row-level security shows its rows and no others.</summary>
    public static NpgsqlBatchCommand TenantSetting(string tenant)
    {
        ArgumentException.ThrowIfNullOrEmpty(tenant);
        return new(TenantStatement) { Parameters = { new NpgsqlParameter<string> { TypedValue = tenant } } };
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Groups.DisposeAsync();
        await _grouped.DisposeAsync();
        await System.DisposeAsync();
        await Unpooled.DisposeAsync();
        await Owner.DisposeAsync();
    }
}
