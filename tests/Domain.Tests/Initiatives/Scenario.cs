using System.Text.Json;

namespace Initiatives.Domain.Tests.Initiatives;

/// <summary>
/// The language of these tests: given these facts, when this is wanted, then exactly these facts, or exactly these
/// refusals. Facts are compared as they are stored, so that lists count by what is in them.
/// </summary>
internal sealed record Scenario(Initiative State, Setting Setting)
{
    public static Scenario Given(params IEnumerable<InitiativeEvent> history) =>
        new(history.Aggregate(Initiative.None, Initiative.Evolve), Chains.Midt("2023-08-18"));

    public Scenario On(string today) => this with { Setting = Setting with { Today = DateOnly.ParseExact(today, "yyyy-MM-dd") } };

    public Scenario In(Setting setting) => this with { Setting = setting };

    public Scenario And(params IEnumerable<InitiativeEvent> facts) => this with { State = facts.Aggregate(State, Initiative.Evolve) };

    /// <summary>Done, and expected to be: what follows starts from there.</summary>
    public Scenario After(InitiativeCommand command)
    {
        var decision = command.Decide(State, Setting);
        decision.Refusals.ShouldBeEmpty();
        return And(decision.Events);
    }

    public Outcome When(InitiativeCommand command) => new(command.Decide(State, Setting));

    public static string AsStored(InitiativeEvent fact) => $"{fact.GetType().Name} {JsonSerializer.Serialize(fact, fact.GetType())}";
}

internal sealed class Outcome(Decision<InitiativeEvent> decision)
{
    public void Then(params IEnumerable<InitiativeEvent> facts)
    {
        decision.Refusals.ShouldBeEmpty();
        decision.Events.Select(Scenario.AsStored).ShouldBe(facts.Select(Scenario.AsStored));
    }

    public void ThenNothingNew() => Then();

    /// <param name="codes">In any order; a code with its field is written <c>code at field</c>.</param>
    public void ThenRefused(params IEnumerable<string> codes)
    {
        decision.Events.ShouldBeEmpty();
        decision.Refusals.Select(r => r.Field is null ? r.Code : $"{r.Code} at {r.Field}").ShouldBe(codes, ignoreOrder: true);
    }

    /// <summary>The fact of this type, when the rest of the outcome is another test's matter.</summary>
    public T Said<T>()
        where T : InitiativeEvent
    {
        decision.Refusals.ShouldBeEmpty();
        return decision.Events.OfType<T>().ShouldHaveSingleItem();
    }

    public Refusal Refusal() => decision.Refusals.ShouldHaveSingleItem();
}
