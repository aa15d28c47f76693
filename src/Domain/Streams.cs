namespace Initiatives.Domain;

/// <summary>The names of a cluster's streams. The cluster itself is the tenant, so its id is in none of them.</summary>
public static class Streams
{
    public const string Cluster = "cluster";

    public const string Calendar = "calendar";

    public static string Plan(string plan) => $"plan/{plan}";

    public static string Initiative(string plan, int number) => FormattableString.Invariant($"initiative/{plan}/{number}");

    /// <param name="meeting">Meeting id.</param>
    public static string Agenda(string meeting) => $"agenda/{meeting}";

    /// <summary>The meeting whose agenda a stream is; null for other streams.</summary>
    public static string? MeetingOfAgenda(string stream) => stream.StartsWith("agenda/", StringComparison.Ordinal) ? stream["agenda/".Length..] : null;

    /// <param name="procedure">Id of a written procedure.</param>
    public static string Procedure(string procedure) => $"{ProcedurePrefix}{procedure}";

    /// <summary>Before the id of every written procedure.</summary>
    public const string ProcedurePrefix = "procedure/";

    public static string Pack(string kind, string occasion) => $"pack/{kind}/{occasion}";
}
