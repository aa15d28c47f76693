using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Initiatives.Domain.Tests.Initiatives;

public sealed class StateTests
{
    private static readonly Type[] Facts =
        [.. typeof(InitiativeEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(InitiativeEvent)))];

    [Fact]
    public void Every_fact_folds_into_every_station_of_its_life()
    {
        var facts = Examples.All
            .SelectMany(e => e.Command.Decide(After(e.History), Chains.Midt("2023-08-18")).Events)
            .ToList();

        Facts.Except(facts.Select(f => f.GetType())).ShouldBeEmpty("a fact that no example brings about");
        foreach (var station in Initiative10.Stations)
            foreach (var fact in facts)
                Should.NotThrow(() => Initiative.Evolve(After(station), fact), fact.ToString());
    }

    [Fact]
    public void A_fact_without_a_fold_is_a_bug_and_throws() =>
        Should.Throw<InvalidOperationException>(() => Initiative.Evolve(Initiative.None, new Unheard()));

    [Fact]
    public void Every_fact_is_stored_under_a_name_of_its_own()
    {
        var names = Facts.Select(t => t.GetCustomAttribute<StoredAsAttribute>()?.Name).ToList();

        names.ShouldAllBe(n => n != null && n.All(c => char.IsAsciiLetterLower(c) || c == '_'));
        names.ShouldBeUnique();
    }

    [Fact]
    public void Every_station_comes_back_from_its_snapshot_as_it_was()
    {
        foreach (var options in new[] { JsonSerializerOptions.Default, new JsonSerializerOptions { Converters = { new JsonStringEnumConverter() }, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull } })
            foreach (var station in Initiative10.Stations)
            {
                var stored = JsonSerializer.Serialize(After(station), options);
                JsonSerializer.Serialize(JsonSerializer.Deserialize<Initiative>(stored, options), options).ShouldBe(stored);
            }
    }

    [Fact]
    public void A_snapshot_decides_as_the_history_it_was_made_of()
    {
        foreach (var (history, command) in Examples.All)
        {
            var snapshot = JsonSerializer.Deserialize<Initiative>(JsonSerializer.Serialize(After(history)))!;
            new Scenario(snapshot, Chains.Midt("2023-08-18")).When(command).Then(command.Decide(After(history), Chains.Midt("2023-08-18")).Events);
        }
    }

    [Fact]
    public void Nothing_derived_is_stored()
    {
        var stored = JsonSerializer.Serialize(After(Initiative10.WithRed));

        foreach (var derived in new[] { "\"Worst\"", "\"Exists\"", "\"HasEnded\"", "\"Terms\":null" })
            stored.ShouldNotContain(derived);
    }

    [Fact]
    public void The_snapshot_does_not_grow_with_the_number_of_statuses_and_remarks()
    {
        static int Size(int years) => JsonSerializer.Serialize(Enumerable.Range(1, years * 12).Aggregate(
            After(Initiative10.Started),
            (state, n) => new InitiativeEvent[]
            {
                Initiative10.Posted(n, "2023-06-01", Initiative10.Green),
                new OrderRemarkAdded("chefforum", "En bemærkning"),
                new PatientInvolvementCommented(n, "En kommentar"),
            }.Aggregate(state, Initiative.Evolve))).Length;

        (Size(50) - Size(1)).ShouldBeLessThan(20);
    }

    private static Initiative After(IEnumerable<InitiativeEvent> history) => history.Aggregate(Initiative.None, Initiative.Evolve);

    private sealed record Unheard : InitiativeEvent;
}
