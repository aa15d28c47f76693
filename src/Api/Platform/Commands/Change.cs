using Initiatives.Domain;
using MediatR;

namespace Initiatives.Api.Platform.Commands;

/// <summary>
/// What somebody wants of one stream, or of several that must agree (ordering writes to the plan and to the initiative):
/// decided together, written together. Wishes for the same stream are decided one after the other.
/// </summary>
public sealed record Change(CommandContext Context, params IReadOnlyList<Wish> Wishes) : IRequest<Outcome>;

/// <summary>One domain command and the stream it is for.</summary>
/// <param name="Creates">True when the stream may be new; otherwise a missing stream ends the change as <see cref="Outcome.Missing"/>.</param>
public abstract record Wish(bool Creates)
{
    /// <summary>The domain's command.</summary>
    internal abstract object Intent { get; }

    /// <summary>Name of the command's type: all that is logged of it.</summary>
    internal string Name => Intent.GetType().Name;

    /// <summary>The stream; null when it is in the plan in hand, which the load finds out.</summary>
    internal abstract string? Stream { get; }

    /// <summary>Decides on what was loaded, and leaves the new facts and state there.</summary>
    internal abstract IReadOnlyList<Refusal> Decide(StreamInHand stream, Setting setting);
}

/// <param name="Plan">Plan id; null for the plan in hand.</param>
public sealed record InitiativeWish(string? Plan, int Number, InitiativeCommand Command, bool Creates = false) : Wish(Creates)
{
    internal override object Intent => Command;

    internal override string? Stream => Plan is null ? null : Streams.Initiative(Plan, Number);

    internal override IReadOnlyList<Refusal> Decide(StreamInHand stream, Setting setting)
    {
        var initiative = stream.State(Noun.Initiative);
        return stream.Take(Noun.Initiative, initiative, Command.Decide(initiative, setting));
    }
}

public sealed record PlanWish(string Plan, PlanCommand Command, bool Creates = false) : Wish(Creates)
{
    internal override object Intent => Command;

    internal override string Stream => Streams.Plan(Plan);

    internal override IReadOnlyList<Refusal> Decide(StreamInHand stream, Setting setting)
    {
        var plan = stream.State(Noun.Plan);
        return stream.Take(Noun.Plan, plan, Command.Decide(plan, setting));
    }
}

public sealed record ClusterWish(ClusterCommand Command, bool Creates = false) : Wish(Creates)
{
    internal override object Intent => Command;

    internal override string Stream => Streams.Cluster;

    internal override IReadOnlyList<Refusal> Decide(StreamInHand stream, Setting setting)
    {
        var cluster = stream.State(Noun.Cluster);
        return stream.Take(Noun.Cluster, cluster, Command.Decide(cluster, setting));
    }
}

/// <summary>The calendar begins with its first meeting, so it never has to be there already.</summary>
public sealed record CalendarWish(CalendarCommand Command) : Wish(Creates: true)
{
    internal override object Intent => Command;

    internal override string Stream => Streams.Calendar;

    internal override IReadOnlyList<Refusal> Decide(StreamInHand stream, Setting setting)
    {
        var calendar = stream.State(Noun.Calendar);
        return stream.Take(Noun.Calendar, calendar, Command.Decide(calendar, setting));
    }
}

/// <summary>An agenda fills itself, and begins as a stream with the first thing that people make of it.</summary>
public sealed record AgendaWish(AgendaCommand Command) : Wish(Creates: true)
{
    internal override object Intent => Command;

    internal override string Stream => Streams.Agenda(Command.Meeting);

    internal override IReadOnlyList<Refusal> Decide(StreamInHand stream, Setting setting)
    {
        var agenda = stream.State(Noun.Agenda);
        return stream.Take(Noun.Agenda, agenda, Command.Decide(agenda, setting));
    }
}

/// <param name="Creates">True when it is to be started.</param>
public sealed record ProcedureWish(ProcedureCommand Command, bool Creates = false) : Wish(Creates)
{
    internal override object Intent => Command;

    internal override string Stream => Streams.Procedure(Command.Procedure);

    internal override IReadOnlyList<Refusal> Decide(StreamInHand stream, Setting setting)
    {
        var procedure = stream.State(Noun.Procedure);
        return stream.Take(Noun.Procedure, procedure, Command.Decide(procedure, setting));
    }
}
