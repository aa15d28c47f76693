using Initiatives.Domain;

namespace Initiatives.Api.Rights;

/// <summary>Whether a caller may: asked here, of <see cref="RightsTable"/>, and nowhere else.</summary>
internal static class Guard
{
    /// <summary>
    /// May this be asked for at all? Decides what is shown; of a command it says whether some role of the caller's could do it
    /// (the address may name the initiative and the forum, the body is not known yet).
    /// </summary>
    /// <param name="number">Of the initiative the address names.</param>
    /// <param name="forum">That the address names.</param>
    /// <param name="procedure">Id of the written procedure the address names.</param>
    public static bool MayAsk(Membership member, Right right, int? number = null, string? forum = null, string? procedure = null) =>
        IsOpen(member, right, number, procedure) && (member.Is(Role.Installation) || right.Grants.Any(g => member.Roles.Any(r => r.Role == g.Role && g.Reach switch
        {
            Reach.Initiative => number is null || Names(r.Initiative, number.Value),
            Reach.Forum => forum is null || r.Forum == forum,
            _ => true,
        })));

    /// <summary>May the caller do exactly this? The role by which, or null.</summary>
    /// <param name="stream">The stream the command is for.</param>
    public static Permit? MayDo(Membership member, object command, string stream, Cluster cluster)
    {
        var right = RightsTable.Of(command.GetType());
        if (member.ReadOnly || (member.Task is { } task && (!right.ByTask || task.Stream != stream))) return null;
        if (member.Is(Role.Installation)) return new(null);
        var forum = right.Forum(command, cluster);
        Permit? found = null;
        foreach (var grant in right.Grants)
        {
            foreach (var held in member.Roles)
            {
                if (held.Role != grant.Role || !Reaches(grant, held, member, stream, forum, right.Organisation(command))) continue;
                var permit = new Permit(held.For ?? (grant.OnBehalf ? forum : null));
                // In one's own right before on another's behalf: it is recorded as it is.
                if (permit.OnBehalfOf is null) return permit;
                found ??= permit;
            }
        }
        return found;
    }

    private static bool Reaches(Grant grant, HeldRole held, Membership member, string stream, string? forum, string? organisation) => grant.Reach switch
    {
        Reach.Initiative => held.Initiative == stream,
        Reach.Forum => forum is not null && held.Forum == forum,
        Reach.Organisation => organisation is not null && member.Organisation == organisation,
        Reach.Installation => false,
        _ => true,
    };

    private static bool IsOpen(Membership member, Right right, int? number, string? procedure) =>
        (!member.ReadOnly || !right.Writes)
        && (member.Task is not { } task || (right.ByTask && ((number is { } asked && Names(task.Stream, asked)) || (procedure is not null && task.Stream == Streams.Procedure(procedure)))));

    private static bool Names(string? stream, int number) =>
        stream is not null && stream.StartsWith("initiative/", StringComparison.Ordinal)
        && stream.AsSpan(stream.LastIndexOf('/') + 1).SequenceEqual(number.ToString(System.Globalization.CultureInfo.InvariantCulture));
}

/// <param name="OnBehalfOf">Forum or person in whose place it is done; null in one's own right.</param>
internal sealed record Permit(string? OnBehalfOf);
