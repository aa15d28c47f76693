namespace Initiatives.Api.Platform.Postgres;

/// <summary>Every reason why the service cannot have its own PostgreSQL, each with what to do about it.</summary>
internal static class PostgresFaults
{
    public static OperatorFault MissingBinary(IReadOnlyCollection<string> places) => new(
        "postgres-missing",
        $"Der er ingen PostgreSQL {PostgresBinaries.OldestMajor} eller nyere på maskinen (ledt i: {string.Join(", ", places)}). "
        + "Installér den (Debian og Ubuntu: apt-get install postgresql), eller sæt INITIATIVES_POSTGRES_BIN til mappen med programmet "
        + "»postgres«, eller sæt INITIATIVES_POSTGRES til forbindelsen til en server, der allerede findes.",
        $"There is no PostgreSQL {PostgresBinaries.OldestMajor} or later on this machine (looked in: {string.Join(", ", places)}). "
        + "Install it (Debian and Ubuntu: apt-get install postgresql), or set INITIATIVES_POSTGRES_BIN to the directory that holds the "
        + "program \"postgres\", or set INITIATIVES_POSTGRES to the connection string of a server that is already there.");

    public static OperatorFault ForeignVersion(string data, int made, IEnumerable<int> found) => new(
        "postgres-foreign-version",
        $"Data i {data} er skrevet af PostgreSQL {made}, men på maskinen findes kun PostgreSQL {string.Join(", ", found)}. "
        + $"Installér PostgreSQL {made} (Debian: apt-get install postgresql-{made}), eller flyt data med pg_upgrade. Intet er ændret.",
        $"The data in {data} was written by PostgreSQL {made}, but this machine has only PostgreSQL {string.Join(", ", found)}. "
        + $"Install PostgreSQL {made} (Debian: apt-get install postgresql-{made}), or move the data with pg_upgrade. Nothing was changed.");

    public static OperatorFault DiskFull(string path, long free, long wanted) => new(
        "postgres-disk-full",
        $"Disken med {path} er fuld: {Megabytes(free)} MB fri, mindst {Megabytes(wanted)} MB kræves. "
        + "Frigør plads, eller sæt INITIATIVES_DATA til en mappe på en større disk (flyt først det gamle indhold med). Intet er gået tabt.",
        $"The disk that holds {path} is full: {Megabytes(free)} MB free, at least {Megabytes(wanted)} MB needed. "
        + "Free some space, or set INITIATIVES_DATA to a directory on a larger disk (after moving the old content there). Nothing was lost.");

    public static OperatorFault NotADataDirectory(string data) => new(
        "postgres-not-a-data-directory",
        $"Mappen {data} er ikke tom, men er heller ikke en PostgreSQL-datamappe. Flyt indholdet, eller sæt INITIATIVES_DATA til en anden mappe.",
        $"The directory {data} is not empty, yet it is no PostgreSQL data directory. Move its content, or set INITIATIVES_DATA to another directory.");

    public static OperatorFault Unreachable(string directory, string account) => new(
        "postgres-unreachable",
        $"Brugeren »{account}«, som PostgreSQL kører under, kan ikke komme ind i {directory}. Giv adgang til mapperne over den "
        + "(chmod o+x), eller sæt INITIATIVES_DATA til et sted, den kan nå, for eksempel /var/lib/initiatives.",
        $"The user \"{account}\", under which PostgreSQL runs, cannot enter {directory}. Open the directories above it "
        + "(chmod o+x), or set INITIATIVES_DATA to a place it can reach, for instance /var/lib/initiatives.");

    public static OperatorFault NotOurs(string directory, Exception cause) => new(
        "postgres-not-ours",
        $"Tjenesten må ikke skrive i {directory}. Mappen tilhører nok en anden bruger: kør som den bruger, eller sæt INITIATIVES_DATA til en anden mappe.",
        $"The service may not write in {directory}. It probably belongs to another user: run as that user, or set INITIATIVES_DATA to another directory.",
        cause);

    public static OperatorFault ForeignSocketDirectory(string directory) => new(
        "postgres-foreign-socket-directory",
        $"Mappen {directory}, hvor PostgreSQL skal lytte, tilhører en anden bruger eller er åben for andre. Fjern den, og start igen.",
        $"The directory {directory}, in which PostgreSQL is to listen, belongs to another user or is open to others. Remove it and start again.");

    public static OperatorFault Silent(string directory, TimeSpan waited) => new(
        "postgres-silent",
        $"En anden proces holder PostgreSQL i {directory}, men serveren svarer ikke efter {waited.TotalSeconds:0} sekunder. Se loggen i {directory}/postgres/log.",
        $"Another process keeps the PostgreSQL in {directory}, but the server does not answer after {waited.TotalSeconds:0} seconds. See the log in {directory}/postgres/log.");

    public static OperatorFault DidNotStart(string doing, string said) => new(
        "postgres-did-not-start",
        $"PostgreSQL kunne ikke startes ({doing}). Den sagde: {said}",
        $"PostgreSQL could not be started ({doing}). It said: {said}");

    public static OperatorFault TooOld(int major) => new(
        "postgres-too-old",
        $"Serveren i INITIATIVES_POSTGRES er PostgreSQL {major}; mindst {PostgresBinaries.OldestMajor} kræves.",
        $"The server in INITIATIVES_POSTGRES is PostgreSQL {major}; at least {PostgresBinaries.OldestMajor} is needed.");

    public static OperatorFault MalformedConnectionString(Exception cause) => new(
        "postgres-malformed-connection-string",
        "INITIATIVES_POSTGRES kan ikke læses. Skriv den som Host=...;Database=...;Username=...;Password=...",
        "INITIATIVES_POSTGRES cannot be read. Write it as Host=...;Database=...;Username=...;Password=...",
        cause);

    public static OperatorFault GivenServerSilent(Exception cause) => new(
        "postgres-given-server-silent",
        $"Databasen i INITIATIVES_POSTGRES kan ikke åbnes: {cause.Message}. Ret forbindelsen, eller få serveren i gang; uden den indstilling bruger tjenesten sin egen.",
        $"The database in INITIATIVES_POSTGRES cannot be opened: {cause.Message}. Mend the connection string or start the server; without that setting the service uses its own.",
        cause);

    private static long Megabytes(long bytes) => bytes >> 20;
}
