using System.Net;
using System.Text.RegularExpressions;

namespace Initiatives.Browser.Tests;

/// <summary>What a reader of English gets who follows every link: pages found by walking, so that a new one is walked too.</summary>
[Collection(OneSite.Name)]
public sealed partial class EnglishTests(Site site)
{
    // Enough for every kind of page and a few of each; the walk is broad first.
    private const int Pages = 120;

    [Fact]
    public async Task Days_and_hours_are_in_English_words_on_every_page_in_English()
    {
        var (seen, waiting, found) = (new HashSet<string>(), new Queue<string>(["/?sprog=en"]), new List<string>());
        var (read, cancellation) = (0, TestContext.Current.CancellationToken);
        while (read < Pages && waiting.TryDequeue(out var path))
        {
            using var answer = await site.Http.GetAsync(path, cancellation);
            // An edition is shown as it was frozen, in the cluster's own language.
            if (answer.Content.Headers.ContentType?.MediaType != "text/html" || path.StartsWith("/rapporter/", StringComparison.Ordinal)) continue;
            read++;
            var html = await answer.Content.ReadAsStringAsync(cancellation);
            html.ShouldContain("<html lang=\"en\"", customMessage: path);
            found.AddRange(Danish().Matches(WebUtility.HtmlDecode(Quoted().Replace(html, ""))).Select(m => $"{path}: {m.Value}"));
            foreach (var link in Links().Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).Where(l => l.Contains("sprog=en", StringComparison.Ordinal) && !IsSheet(l)))
            {
                if (seen.Add(Kind().Replace(link, "/"))) waiting.Enqueue(link);
            }
        }

        found.ShouldBeEmpty();
        read.ShouldBeGreaterThan(30);
    }

    // A sheet is Danish as the packs are.
    private static bool IsSheet(string link) => link.Contains("/ark?", StringComparison.Ordinal) || link.Contains("/ark.pdf", StringComparison.Ordinal);

    [Theory]
    [InlineData("man. 30. okt. 2023 kl. 15.00", true)]
    [InlineData("30. maj 2023", true)]
    [InlineData("Mon 30 Oct 2023, 15:00", false)]
    [InlineData("Mon 1 May", false)]
    public void The_walk_knows_a_Danish_day_when_it_sees_one(string text, bool danish) => Danish().IsMatch(text).ShouldBe(danish);

    [GeneratedRegex(@"\b(man|tirs|ons|tors|fre|lør|søn)\. [0-9]+\.|[0-9]\. (jan\.|feb\.|mar\.|apr\.|maj|jun\.|jul\.|aug\.|sep\.|okt\.|nov\.|dec\.)( |<|$)|kl\. [0-9]{2}\.[0-9]{2}")]
    private static partial Regex Danish();

    /// <summary>What is marked as Danish is: a frozen pack, and the words of an agenda. So is what somebody is writing, in a field.</summary>
    [GeneratedRegex("<(article|section|div|blockquote|p|li|td|h1|h2|h3|span|title|dl)[^>]* lang=\"da\".*?</\\1>|<textarea.*?</textarea>", RegexOptions.Singleline)]
    private static partial Regex Quoted();

    [GeneratedRegex("<a[^>]* href=\"(/[^\"#]*)")]
    private static partial Regex Links();

    /// <summary>Initiatives after the first ten are the same pages again.</summary>
    [GeneratedRegex("/indsatser/(1[1-9]|[2-8])(?=[/?])")]
    private static partial Regex Kind();
}
