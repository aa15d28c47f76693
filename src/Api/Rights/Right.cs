using Initiatives.Domain;

namespace Initiatives.Api.Rights;

/// <summary>How far a grant goes.</summary>
internal enum Reach
{
    /// <summary>Everywhere in the cluster.</summary>
    Cluster,

    /// <summary>The initiative that the role names.</summary>
    Initiative,

    /// <summary>The forum that the role names, when it is the one the command acts for.</summary>
    Forum,

    /// <summary>The person's own organisation, when it is the one the command speaks for.</summary>
    Organisation,

    /// <summary>The installation itself, whichever cluster.</summary>
    Installation,
}

/// <param name="OnBehalf">Recorded as done on the forum's behalf.</param>
internal sealed record Grant(Role Role, Reach Reach = Reach.Cluster, bool OnBehalf = false);

/// <summary>A row of the table: what is asked for, and which roles have it.</summary>
/// <param name="Name">Stable; stands in the documentation of rights.</param>
/// <param name="Writes">Closed to whoever may only look.</param>
/// <param name="ByTask">Open to whoever came in by a task's link, for that task.</param>
internal record Right(string Name, IReadOnlyList<Grant> Grants, bool Writes = false, bool ByTask = false);

/// <summary>The row of a domain command: exactly who may is asked when the command is decided, on what was loaded.</summary>
/// <param name="Forum">The forum the command acts for; null when it acts for none.</param>
/// <param name="Organisation">The organisation the command speaks for; null when it speaks for none.</param>
internal sealed record CommandRight(
    Type Command, IReadOnlyList<Grant> Grants, Func<object, Cluster, string?> Forum, Func<object, string?> Organisation, bool ByTask)
    : Right(Command.Name, Grants, Writes: true, ByTask);
