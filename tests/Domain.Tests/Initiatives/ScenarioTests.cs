using Shouldly;
using static Initiatives.Domain.Tests.Initiatives.Scenario;

namespace Initiatives.Domain.Tests.Initiatives;

/// <summary>The test language can fail; a language that cannot would make every other test here worthless.</summary>
public sealed class ScenarioTests
{
    private static readonly InitiativeCommand Rename = new RenameInitiative("Nyt navn", "Kortere");

    private static readonly InitiativeEvent Renamed = new InitiativeRenamed(Initiative10.Order.Title, "Nyt navn", "Kortere");

    [Fact]
    public void It_passes_on_exactly_the_facts_that_came() =>
        Given(Initiative10.Order).When(Rename).Then(Renamed);

    [Fact]
    public void It_fails_on_another_fact() =>
        Fails(() => Given(Initiative10.Order).When(Rename).Then(new InitiativeRenamed(Initiative10.Order.Title, "Nyt navn", "Længere")));

    [Fact]
    public void It_fails_on_a_fact_too_few_or_too_many()
    {
        Fails(() => Given(Initiative10.Order).When(Rename).ThenNothingNew());
        Fails(() => Given(Initiative10.Order).When(Rename).Then(Renamed, Renamed));
    }

    [Fact]
    public void It_fails_when_a_refusal_was_expected_and_facts_came() =>
        Fails(() => Given(Initiative10.Order).When(Rename).ThenRefused("text-missing at title"));

    [Fact]
    public void It_fails_when_facts_were_expected_and_a_refusal_came() =>
        Fails(() => Given().When(Rename).Then(Renamed));

    [Fact]
    public void It_fails_on_another_refusal_or_another_field()
    {
        Fails(() => Given().When(Rename).ThenRefused("initiative-ended"));
        Fails(() => Given(Initiative10.Order).When(new RenameInitiative("", "Kortere")).ThenRefused("text-missing at reason"));
    }

    [Fact]
    public void It_fails_when_more_was_refused_than_said() =>
        Fails(() => Given(Initiative10.Order).When(new RenameInitiative("", "")).ThenRefused("text-missing at title"));

    [Fact]
    public void It_tells_lists_apart_by_what_is_in_them() =>
        Fails(() => Given(Initiative10.Order).When(new PlaceInitiative("lighed", ["auh"])).Then(new InitiativePlaced("lighed", ["plo"])));

    private static void Fails(Action test) => Should.Throw<ShouldAssertException>(test);
}
