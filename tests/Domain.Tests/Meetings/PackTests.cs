namespace Initiatives.Domain.Tests.Meetings;

public sealed class PackTests
{
    private static readonly IssueEdition First =
        new("afvigelsesrapport", "chefforum-2023-10-30", "chefforum", "chefforum-2023-10-30", 400, "aa", "f1");

    private static readonly Pack Issued = First.Decide(Pack.None).Events.Aggregate(Pack.None, Pack.Evolve);

    [Fact]
    public void The_first_edition_is_number_one_and_needs_no_reason() =>
        First.Decide(Pack.None).Events.ShouldBe([new EditionIssued("afvigelsesrapport", "chefforum-2023-10-30", "chefforum", "chefforum-2023-10-30", 1, 400, "aa", "f1", null)]);

    [Fact]
    public void The_same_bytes_from_the_same_cut_off_are_the_edition_that_is_there() =>
        First.Decide(Issued).ShouldBe(Decision<PackEvent>.Nothing);

    [Fact]
    public void A_second_edition_says_why()
    {
        var second = First with { CutOff = 410, ContentHash = "bb" };

        second.Decide(Issued).Refusals.Single().Code.ShouldBe("edition-needs-reason");
        var issued = (EditionIssued)(second with { Why = "Sen status på indsats 10" }).Decide(Issued).Events.Single();
        (issued.Edition, issued.Why).ShouldBe((2, "Sen status på indsats 10"));
    }

    [Fact]
    public void A_new_edition_never_rests_on_less_than_the_last() =>
        (First with { CutOff = 399, Why = "..." }).Decide(Issued).Refusals.Single().Code.ShouldBe("edition-older-than-last");
}
