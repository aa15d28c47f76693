using Initiatives.Api.Features.Shell.Forms;

namespace Initiatives.Api.Tests.Forms;

/// <summary>Two texts, and what became of the one in the other.</summary>
public sealed class DifferenceTests
{
    [Fact]
    public void What_is_the_same_is_kept_and_the_rest_is_told_word_by_word() =>
        Difference.Between("Vikar fra september og genopslag", "Vikar fra oktober og genopslag").ShouldBe(
        [
            new(WordChange.Kept, "Vikar fra "),
            new(WordChange.Removed, "september "),
            new(WordChange.Added, "oktober "),
            new(WordChange.Kept, "og genopslag"),
        ]);

    [Theory]
    [InlineData("", "")]
    [InlineData("", "Helt nyt")]
    [InlineData("Helt væk", "")]
    [InlineData("en to tre fire", "fire tre to en")]
    [InlineData("linje et\nlinje to", "linje et\n\nlinje to og tre")]
    public void Both_texts_can_be_put_together_from_the_difference(string before, string after)
    {
        var stretches = Difference.Between(before, after);

        string.Concat(stretches.Where(s => s.Change != WordChange.Added).Select(s => s.Text)).ShouldBe(before);
        string.Concat(stretches.Where(s => s.Change != WordChange.Removed).Select(s => s.Text)).ShouldBe(after);
    }

    [Fact]
    public void Texts_of_many_pages_are_shown_as_one_removed_and_one_added()
    {
        var before = string.Concat(Enumerable.Range(0, 3000).Select(n => $"a{n} "));
        var after = string.Concat(Enumerable.Range(0, 3000).Select(n => $"b{n} "));

        Difference.Between(before, after).ShouldBe([new(WordChange.Removed, before), new(WordChange.Added, after)]);
    }
}
