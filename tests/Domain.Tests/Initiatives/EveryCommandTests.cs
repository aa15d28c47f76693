using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Initiatives.Domain.Tests.Initiatives;

/// <summary>What holds for every command, also for the next one.</summary>
public sealed class EveryCommandTests
{
    private static readonly Setting Setting = Chains.Midt("2023-08-18");

    private static readonly Type[] Commands =
        [.. typeof(InitiativeCommand).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(InitiativeCommand)))];

    [Fact]
    public void Each_has_an_example_that_is_accepted()
    {
        Commands.Except(Examples.All.Select(e => e.Command.GetType())).ShouldBeEmpty();
        foreach (var (history, command) in Examples.All)
            Decide(command, After(history)).ShouldBeOfType<Accepted>(command.ToString());
    }

    [Fact]
    public void Sent_again_when_done_it_gives_no_new_facts()
    {
        foreach (var (history, command) in Examples.All)
        {
            var decision = command.Decide(After(history), Setting);
            var again = command.Decide(decision.Events.Aggregate(After(history), Initiative.Evolve), Setting);
            again.IsRefused.ShouldBeFalse(command.ToString());
            again.Events.ShouldBeEmpty(command.ToString());
        }
    }

    [Fact]
    public void It_is_refused_on_an_initiative_that_nobody_ordered()
    {
        foreach (var (_, command) in Examples.All.Where(e => e.Command is not OrderInitiative))
            command.Decide(Initiative.None, Setting).Refusals.ShouldContain(r => r.Code == "initiative-not-ordered", command.ToString());
    }

    [Fact]
    public void It_is_refused_once_the_initiative_has_ended_except_to_order_it_or_to_comment()
    {
        foreach (var (_, command) in Examples.All.Where(e => e.Command is not (OrderInitiative or CommentPatientInvolvement)))
        {
            var decision = command.Decide(After(Initiative10.Withdrawn), Setting);
            decision.Events.ShouldBeEmpty(command.ToString());
            // What was done before the end is still done.
            if (decision.IsRefused)
                decision.Refusals.ShouldContain(r => r.Code == "initiative-ended", command.ToString());
        }
    }

    [Fact]
    public void Whatever_is_sent_at_whatever_station_it_answers_the_same_twice_and_never_throws()
    {
        var sent = from state in Gen.Elements(Initiative10.Stations.Select(After).ToArray())
                   from command in Gen.Elements(Commands).SelectMany(Anything.Command)
                   select (state, command);

        // FsCheck prints the seed of a failing run.
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000), Prop.ForAll(sent.ToArbitrary(), ((Initiative State, InitiativeCommand Command) s) =>
        {
            var first = Decide(s.Command, s.State);
            Decide(s.Command, s.State).ShouldBe(first);
            if (first is Accepted accepted)
                Decide(s.Command, accepted.State).ShouldBe(new Accepted(accepted.State, ""));
            return true;
        }));
    }

    [Fact]
    public void Every_refusal_says_what_to_do_in_both_languages_under_a_stable_code()
    {
        var seen = Examples.All
            .SelectMany(e => Initiative10.Stations.SelectMany(s => e.Command.Decide(After(s), Setting).Refusals))
            .DistinctBy(r => r.Code)
            .ToList();

        seen.Count.ShouldBeGreaterThan(15);
        seen.ShouldAllBe(r => r.Code.All(c => char.IsAsciiLetterLower(c) || c == '-') && r.Danish.EndsWith('.') && r.English.EndsWith('.'));
    }

    private abstract record Answer;

    private sealed record Accepted(string Stored, string Facts) : Answer
    {
        public Accepted(Initiative state, string facts)
            : this(JsonSerializer.Serialize(state), facts) => State = state;

        public Initiative State { get; } = Initiative.None;

        public bool Equals(Accepted? other) => Stored == other?.Stored && Facts == other.Facts;

        public override int GetHashCode() => HashCode.Combine(Stored, Facts);
    }

    private sealed record Refused(string Codes) : Answer;

    private static Answer Decide(InitiativeCommand command, Initiative state)
    {
        var decision = command.Decide(state, Setting);
        return decision.IsRefused
            ? new Refused(string.Join(", ", decision.Refusals))
            : new Accepted(decision.Events.Aggregate(state, Initiative.Evolve), string.Join(", ", decision.Events.Select(Scenario.AsStored)));
    }

    private static Initiative After(IEnumerable<InitiativeEvent> history) => history.Aggregate(Initiative.None, Initiative.Evolve);
}
