using Initiatives.Domain;

namespace Initiatives.Api.Platform.Commands;

/// <summary>What became of a change.</summary>
public abstract record Outcome
{
    private Outcome() { }

    /// <summary>It holds now. No events: it held already.</summary>
    /// <param name="Version">Of the first stream, after the change: the next If-Match.</param>
    /// <param name="Events">The new facts of all streams, in order.</param>
    public sealed record Accepted(long Version, IReadOnlyList<object> Events) : Outcome;

    /// <summary>Rules were broken; nothing was written but the answer.</summary>
    public sealed record Refused(IReadOnlyList<Refusal> Refusals) : Outcome;

    /// <summary>There is no such cluster, plan or initiative here; another cluster's does not exist for this one.</summary>
    public sealed record Missing(string Stream) : Outcome;

    /// <summary>The caller decided on an older version than the one in force.</summary>
    public sealed record Stale(long Current) : Outcome;

    /// <summary>The same request had come before; this is what it was answered.</summary>
    public sealed record Repeated(Reply Reply) : Outcome;

    /// <summary>The caller may not. Nothing was written, nor anything told of what is there.</summary>
    public sealed record Forbidden : Outcome;

    /// <summary>The key had been used for another request.</summary>
    public sealed record KeyReused : Outcome;
}
