using System.Globalization;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Platform.Commands;
using Initiatives.EventStore;

namespace Initiatives.Api.Features.Log;

/// <summary>What the log's address asks for; what cannot be read is as if it were not there, and the form shows it so.</summary>
/// <param name="Initiative">Number in the plan in hand.</param>
/// <param name="Actor">Person id.</param>
/// <param name="Before">Position: the page of what is older.</param>
public sealed record LogQuery(int? Initiative, string? Actor, LogKind? Kind, DateOnly? From, DateOnly? To, long? Before)
{
    public const string InitiativeName = "indsats", ActorName = "person", KindName = "emne", FromName = "fra", ToName = "til", BeforeName = "foer", FormatName = "som";

    public static LogQuery Read(IQueryCollection query)
    {
        DateOnly? Day(string name) => DateOnly.TryParseExact(query[name], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue ? day : null;
        return new(
            int.TryParse(query[InitiativeName], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
            query[ActorName].ToString() is { Length: > 0 and <= 100 } actor ? actor : null,
            Enum.TryParse<LogKind>(query[KindName], out var kind) && Enum.IsDefined(kind) ? kind : null,
            Day(FromName), Day(ToName),
            long.TryParse(query[BeforeName], NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : null);
    }

    /// <summary>Days are the cluster's own, whole.</summary>
    public LogFilter Filter(PageVisit visit)
    {
        var zone = visit.Standing.Cluster.TimeZone;
        var until = To is { } to && !(visit.AsOf < to) ? to : visit.AsOf;
        return new(
            Initiative is { } number ? visit.Standing.Plan is { } plan ? $"initiative/{plan.Id}/{number}" : "-" : null,
            Actor,
            Kind is { } kind ? LogKinds.TypesOf(kind) : null,
            From is { } from && from > DateOnly.MinValue ? Clock.EndOf(from.AddDays(-1), zone).AddTicks(1) : null,
            until is { } day ? Clock.EndOf(day, zone) : null);
    }

    /// <summary>The same question in an address, without the page.</summary>
    public string Address(string path, params (string Name, string Value)[] and)
    {
        (string Name, string? Value)[] asked =
        [
            (InitiativeName, Initiative?.ToString(CultureInfo.InvariantCulture)), (ActorName, Actor), (KindName, Kind?.ToString()),
            (FromName, From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), (ToName, To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), .. and,
        ];
        var query = string.Join('&', asked.Where(a => a.Value is not null).Select(a => $"{a.Name}={Uri.EscapeDataString(a.Value!)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }
}
