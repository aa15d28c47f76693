namespace Initiatives.Api.Platform.Postgres;

/// <summary>What the service's own PostgreSQL needs to know.</summary>
public sealed record EmbeddedPostgresOptions
{
    /// <summary>
    /// The directory that belongs to this installation. <c>postgres/</c> in it is the data, <c>socket/</c> the way in,
    /// <c>postgres.lock</c> tells which process keeps the server.
    /// </summary>
    public required string Directory { get; init; }

    /// <summary>The directory that holds the program <c>postgres</c>; null looks for it on the machine.</summary>
    public string? Binaries { get; init; }

    /// <summary>The database that is made when it is not there.</summary>
    public string Database { get; init; } = "initiatives";

    /// <summary>False drops fsync: for tests whose data may be lost with the machine, never for anything else.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>How long a start may take, recovery after a crash included.</summary>
    public TimeSpan StartLimit { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Bytes that must be free before the server is started: two WAL segments, a checkpoint, and some air.</summary>
    internal long FreeBytesWanted { get; init; } = 128L << 20;

    /// <summary>Where binaries are looked for; a test stands in an empty machine with it.</summary>
    internal Func<IEnumerable<string>> SearchPlaces { get; init; } = PostgresBinaries.Places;

    internal string DataPath => Path.Combine(Directory, "postgres");

    internal string LockPath => Path.Combine(Directory, "postgres.lock");
}
