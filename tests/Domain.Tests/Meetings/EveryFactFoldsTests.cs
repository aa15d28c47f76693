using System.Reflection;

namespace Initiatives.Domain.Tests.Meetings;

/// <summary>Every fact about a cluster, a plan, a calendar, an agenda, a written procedure and a pack has a fold and a stored name of its own.</summary>
public sealed class EveryFactFoldsTests
{
    public static TheoryData<Type> Facts { get; } =
        [.. typeof(ClusterEvent).Assembly.GetTypes().Where(t => !t.IsAbstract && Fold(t) is not null)];

    [Theory]
    [MemberData(nameof(Facts))]
    public void Every_fact_folds(Type fact) => Should.NotThrow(() => Fold(fact)!(Sample(fact)));

    [Fact]
    public void Every_fact_is_stored_under_a_name_of_its_own()
    {
        var names = Facts.Select(f => f.Data.GetCustomAttribute<StoredAsAttribute>()?.Name).ToList();

        names.Count.ShouldBeGreaterThanOrEqualTo(33);
        names.ShouldNotContain((string?)null);
        names.ShouldBeUnique();
    }

    [Fact]
    public void A_fact_without_a_fold_is_a_bug_that_shows() =>
        Should.Throw<InvalidOperationException>(() => Plan.Evolve(Plan.None, new Unheard()));

    private static Func<object, object>? Fold(Type fact) => fact.BaseType switch
    {
        var t when t == typeof(ClusterEvent) => e => Cluster.Evolve(Cluster.None, (ClusterEvent)e),
        var t when t == typeof(PlanEvent) => e => Plan.Evolve(Plan.None, (PlanEvent)e),
        var t when t == typeof(CalendarEvent) => e => Calendar.Evolve(Calendar.Empty, (CalendarEvent)e),
        var t when t == typeof(AgendaEvent) => e => Agenda.Evolve(Agenda.Untouched, (AgendaEvent)e),
        var t when t == typeof(ProcedureEvent) => e => Procedure.Evolve(Procedure.None, (ProcedureEvent)e),
        var t when t == typeof(PackEvent) => e => Pack.Evolve(Pack.None, (PackEvent)e),
        _ => null,
    };

    private static object Sample(Type type)
    {
        var constructor = type.GetConstructors().Single();
        return constructor.Invoke([.. constructor.GetParameters().Select(p => Value(p.ParameterType))]);
    }

    private static object? Value(Type type) => type switch
    {
        _ when type == typeof(string) => "x",
        _ when type.IsValueType => Activator.CreateInstance(type),
        _ when type.IsInterface => Array.CreateInstance(type.GenericTypeArguments[0], 0),
        _ => Sample(type),
    };

    private sealed record Unheard : PlanEvent;
}
