namespace Initiatives.Reporting.Tests;

public sealed class Setting_a_page
{
    [Fact]
    public async Task The_same_model_gives_the_same_bytes_from_two_typesetters()
    {
        await using var one = new Typesetter();
        await using var other = new Typesetter();

        var first = await one.Set<Gallery>(GalleryModel.Example);

        Document.FirstDifference(await one.Set<Gallery>(GalleryModel.Example), first).ShouldBeNull();
        Document.FirstDifference(await other.Set<Gallery>(GalleryModel.Example), first).ShouldBeNull();
    }

    [Fact]
    public async Task The_bytes_do_not_depend_on_the_machines_culture()
    {
        await using var typesetter = new Typesetter();
        var here = await typesetter.Set<Gallery>(GalleryModel.Example);
        var before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = new("ar-SA");
            Document.FirstDifference(await typesetter.Set<Gallery>(GalleryModel.Example), here).ShouldBeNull();
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task What_a_person_wrote_is_text_and_never_markup()
    {
        await using var typesetter = new Typesetter();

        var html = Document.WithoutStyle(await typesetter.Set<Gallery>(GalleryModel.Example with { Head = GalleryModel.Example.Head with { Cluster = "</style><b>\"}" } }));

        html.ShouldNotContain("<script");
        html.ShouldNotContain("</style><b>");
        html.ShouldContain("&lt;script&gt;");
    }

    [Fact]
    public async Task A_page_is_self_contained_and_small_enough_to_mail()
    {
        await using var typesetter = new Typesetter();

        var whole = await typesetter.Set<Gallery>(GalleryModel.Example);

        var html = Document.WithoutStyle(whole);
        html.ShouldNotContain("src=\"http");
        html.ShouldNotContain("<link");
        whole.Contains("url(http", StringComparison.Ordinal).ShouldBeFalse();
        System.Text.Encoding.UTF8.GetByteCount(whole).ShouldBeLessThan(600_000);
    }

    [Fact]
    public async Task Charts_and_their_tables_speak_the_language_of_the_page()
    {
        await using var typesetter = new Typesetter();

        var html = System.Net.WebUtility.HtmlDecode(await typesetter.Set<EnglishCharts>(GalleryModel.Example));

        html.ShouldContain("Lights by meeting, 5 columns. First (30. jan. 23): 0 red");
        html.ShouldContain("last measured 3.9 30 Sep 2023: not reached yet");
        html.ShouldContain("re-planned 2 times, +4 months");
        html.ShouldContain("DKK 512,500");
        foreach (var danish in (string[])["Rød", "Gul", "Grøn", "Mangler", "Uden lys", "Møde", "Målt", "Måling", "Værdi", "nået", "senest", "Udgangspunkt", "Slutdato", "Økonomi", "godkendt", "ikke", "mdr.", " kr."])
            html.ShouldNotContain(danish, Case.Sensitive);
    }

    [Fact]
    public async Task Every_chart_says_in_words_what_it_shows_and_no_part_of_it_is_a_button()
    {
        await using var typesetter = new Typesetter();

        var html = Document.WithoutStyle(await typesetter.Set<Gallery>(GalleryModel.Example));

        html.ShouldContain("aria-label=\"Lys pr. møde, 5 søjler. Først (30. jan. 23): 0 røde");
        html.ShouldContain("senest målt 3,9 30. sep. 2023: ikke nået endnu");
        html.ShouldNotContain("role=\"button\"");
    }
}
