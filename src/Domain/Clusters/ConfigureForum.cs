namespace Initiatives.Domain;

/// <summary>A forum is added to the end of the chain, or keeps its place with other duties.</summary>
/// <param name="EscalatesTo">The forum one step up; null at the top.</param>
public sealed record ConfigureForum(string Id, string Name, IReadOnlyList<ForumDuty> Duties, string? EscalatesTo = null) : ClusterCommand
{
    public override Decision<ClusterEvent> Decide(Cluster cluster, Setting setting) =>
        new ConfigureForums([this]).Decide(cluster, setting);

    internal ForumConfigured Fact() => new(Id, Name, Duties, EscalatesTo);

    internal bool IsIn(Cluster cluster) =>
        cluster.Forum(Id) is { } f && f.Name == Name && f.EscalatesTo == EscalatesTo && f.Duties.SequenceEqual(Duties);

    /// <param name="after">The cluster as it would become.</param>
    /// <param name="path">Empty, or ending in a full stop.</param>
    internal void Ask(Rules<ClusterEvent> rules, Cluster after, string path) => rules
        .Slug(Id, $"{path}id")
        .Text(Name, $"{path}name", ("forummets navn", "the forum's name"), BrokenRules.LongestTitle)
        .If(Duties.Any(d => !Enum.IsDefined(d)), () => InitiativeRefusals.ValueUnknown($"{path}duties"))
        .If(Duties.Distinct().Count() < Duties.Count, () => InitiativeRefusals.ListedTwice($"{path}duties"))
        .If(EscalatesTo is not null && after.Forum(EscalatesTo) is null, () => ClusterRefusals.EscalatesToUnknown($"{path}escalatesTo", EscalatesTo!))
        .If(ComesBack(after), () => ClusterRefusals.EscalatesInCircle($"{path}escalatesTo", Id))
        .If(
            Duties.Contains(ForumDuty.ManageDeviations) && after.ManagingForum is { } first && first.Id != Id,
            () => ClusterRefusals.SecondManagingForum($"{path}duties", after.ManagingForum!.Name));

    private bool ComesBack(Cluster after)
    {
        var at = EscalatesTo;
        for (var steps = 0; at is not null && at != Id && steps <= after.Forums.Count; steps++)
            at = after.Forum(at)?.EscalatesTo;
        return at is not null;
    }
}
