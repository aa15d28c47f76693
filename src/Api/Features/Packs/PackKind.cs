using Initiatives.Domain;
using Initiatives.Reporting.Packs;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Packs;

/// <summary>What brings a pack about.</summary>
public enum PackTime
{
    /// <summary>So many days before each of the forum's meetings, as its rhythm says.</summary>
    BeforeMeeting,

    /// <summary>The first working day of the month, where the forum's rhythm says so.</summary>
    Monthly,

    /// <summary>When the pack of a meeting would have come, where the meeting is cancelled and a written status was chosen instead.</summary>
    InsteadOfMeeting,

    /// <summary>As soon as the minutes of one of its meetings are approved.</summary>
    AfterMinutes,
}

/// <summary>A kind of pack, which forums get it, and when: by duty, never by name, so that every governance chain works.</summary>
/// <param name="Name">As stored, in addresses and on the command line.</param>
/// <param name="Duty">The duty whose forums get it; null for every forum.</param>
/// <param name="Times">What brings it about.</param>
public sealed record PackKind(string Name, ForumDuty? Duty, params IReadOnlyList<PackTime> Times)
{
    public static PackKind Deviations { get; } = new(DeviationPack.Kind, ForumDuty.ManageDeviations, PackTime.BeforeMeeting);

    public static PackKind Dashboard { get; } = new(DirectorsOverview.Kind, ForumDuty.DecideEscalations, PackTime.BeforeMeeting, PackTime.Monthly);

    public static PackKind Political { get; } = new(PoliticalStatus.Kind, ForumDuty.PlaceOrders, PackTime.BeforeMeeting);

    public static PackKind Decisions { get; } = new(DecisionMinutes.Kind, Duty: null, PackTime.AfterMinutes);

    public static PackKind InWriting { get; } = new(WrittenStatus.Kind, Duty: null, PackTime.InsteadOfMeeting);

    public static IReadOnlyList<PackKind> All { get; } = [Deviations, Dashboard, Political, Decisions, InWriting];

    /// <summary>The names as one says them: "afvigelsesrapport, direktoeroverblik or politisk-status".</summary>
    /// <param name="or">The word before the last.</param>
    public static string Names(string or) => $"{string.Join(", ", All.SkipLast(1).Select(k => k.Name))} {or} {All[^1].Name}";

    /// <summary>Null when there is no such kind.</summary>
    public static PackKind? Named(string name) => All.FirstOrDefault(k => k.Name == name);

    /// <summary>The kinds that a forum gets at such a time.</summary>
    public static IEnumerable<PackKind> Of(Forum forum, PackTime time) => All.Where(k => k.IsFor(forum) && k.Times.Contains(time));

    /// <summary>It is about a meeting that is over.</summary>
    public bool LooksBack => Times.Contains(PackTime.AfterMinutes);

    /// <summary>It comes instead of a meeting.</summary>
    public bool StandsIn => Times.Contains(PackTime.InsteadOfMeeting);

    /// <summary>A meeting that it can be made for.</summary>
    public bool Suits(Meeting meeting) => StandsIn ? meeting is { IsCancelled: true, WrittenStatusInstead: true } : !meeting.IsCancelled;

    /// <summary>What stands in the way of issuing it from this record; null when nothing does.</summary>
    public Refusal? NotYet(ClusterRecord record, Occasion occasion) =>
        LooksBack && !record.Agendas.GetValueOrDefault(occasion.Name, Agenda.Untouched).IsFrozen ? PackRefusals.MinutesNotApproved() : null;

    public bool IsFor(Forum forum) => Duty is not { } duty || forum.Has(duty);
}
