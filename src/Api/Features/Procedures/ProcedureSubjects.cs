using Initiatives.Api.Features.People;
using Initiatives.Domain;
using Initiatives.Reporting.Agendas;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Procedures;

/// <summary>What a forum can be asked in writing: whatever awaits it, as it would stand on its next agenda; and anything else in one's own words.</summary>
internal static class ProcedureSubjects
{
    /// <summary>The key of what is about no case.</summary>
    private const string FreeKey = "free-1";

    /// <summary>The cases that await the forum, as items, in an agenda's order.</summary>
    public static IReadOnlyList<AgendaItem> Of(ClusterRecord record, Forum forum, DateOnly today) => AwaitedCases.Of(record, forum, today);

    /// <summary>The item that is asked about: a case in the words it has there or in others, or words alone.</summary>
    /// <param name="key">Of a case that awaits the forum; null for none.</param>
    /// <returns>Null when no such case awaits the forum.</returns>
    public static AgendaItem? Item(ClusterRecord record, Forum forum, DateOnly today, string? key, string? heading, string? recommendation, string? background)
    {
        var of = key is null ? new AgendaItem(FreeKey, AgendaItemKind.Free, "", "") : Of(record, forum, today).FirstOrDefault(i => i.Key == key);
        return of is null ? null : of with { Heading = heading ?? of.Heading, Recommendation = recommendation ?? of.Recommendation, Background = background ?? of.Background };
    }

    /// <summary>Those who must answer: members and chair on that day. Who writes its minutes and who reads for the patients are not asked to consent.</summary>
    public static IReadOnlyList<string> Members(IEnumerable<Person> register, string forum, DateOnly today) =>
    [
        .. register.Where(p => !p.IsForgotten && p.Seats.Any(s => s.Forum == forum && s.HoldsOn(today) && s.Role is ForumRole.Member or ForumRole.Chair)).Select(p => p.Id).Order(StringComparer.Ordinal),
    ];
}
