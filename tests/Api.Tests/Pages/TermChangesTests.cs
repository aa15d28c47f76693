using Initiatives.Api.Features.Confirmations;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Domain;

namespace Initiatives.Api.Tests.Pages;

public sealed class TermChangesTests
{
    private static readonly DeliveryTerms First = new(
        "Et fælles forløb",
        new(450_000m, "DKK", [new(2023, "aalborg", 450_000m)]),
        new(2023, 5, 1),
        new(2023, 12, 31),
        [new("De første ti", new(2023, 9, 1))],
        [new("aalborg", "0,5 årsværk")],
        [new("kontakter", "Akutte kontakter", "antal", 4.1m, 3m, IndicatorDirection.Down, 0.2m, null)],
        new(true, "Udvalget læser med"),
        [],
        []);

    private static IReadOnlyList<TermChange> Between(DeliveryTerms before, DeliveryTerms after) =>
        TermChanges.Only(TermChanges.Between(before, after, Texts.Danish, id => id ?? ""));

    [Fact]
    public void The_same_terms_have_no_changes() => Between(First, First with { Deliverable = "Et fælles forløb" }).ShouldBeEmpty();

    [Fact]
    public void A_later_end_says_how_much_later()
    {
        var change = Between(First, First with { End = new(2024, 4, 30) }).ShouldHaveSingleItem();

        (change.What, change.Before, change.After, change.By).ShouldBe(("Terms.End", "31. dec. 2023", "30. apr. 2024", "+4 mdr."));
    }

    [Fact]
    public void An_indicator_is_known_again_by_its_id_whatever_it_is_called()
    {
        var change = Between(First, First with { Indicators = [First.Indicators[0] with { Name = "Akutte henvendelser", Target = 2m }] }).ShouldHaveSingleItem();

        change.Which.ShouldBe("Akutte henvendelser");
        change.Before.ShouldNotBeNull().ShouldContain("til 3 (");
        change.After.ShouldNotBeNull().ShouldContain("til 2 (");
    }

    [Fact]
    public void What_is_taken_out_or_put_in_stands_alone()
    {
        var changes = Between(First, First with { Milestones = [new("Evaluering", new(2023, 11, 1))] });

        changes.Select(c => (c.Which, c.Before, c.After)).ShouldBe([("De første ti", "1. sep. 2023", null), ("Evaluering", null, "1. nov. 2023")]);
    }

    [Fact]
    public void Terms_read_back_from_their_own_fields_are_the_same_terms() => ConfirmationFields.Read(ConfirmationFields.Of(First)).Terms.ShouldBe(First);

    [Theory]
    [InlineData("Ærlige målinger på ø", "aerlige-maalinger-paa-oe")]
    [InlineData("  %%% ", "indikator")]
    [InlineData("Kontakter", "kontakter-2")]
    public void A_new_indicator_gets_an_id_that_no_other_has(string name, string id) =>
        IndicatorId.For(name, new HashSet<string> { "kontakter" }).ShouldBe(id);

    [Fact]
    public void A_refusal_finds_its_row_also_when_blank_rows_stand_before_it()
    {
        var fields = new Fields { ["remarks[0]"] = "", ["remarks[1]"] = "Skrevet" };

        FieldRows.Place(fields, "remarks[0]").ShouldBe("remarks[1]");
        FieldRows.Place(fields, "reasons").ShouldBe("reasons");
    }
}
