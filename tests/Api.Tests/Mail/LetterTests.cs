using System.Text.RegularExpressions;
using Initiatives.Api.Features.Agendas;
using Initiatives.Api.Mail;
using Initiatives.Domain;
using Initiatives.Reporting;

namespace Initiatives.Api.Tests.Mail;

/// <summary>What the mails say.</summary>
public sealed partial class LetterTests : IAsyncDisposable
{
    private readonly Typesetter _typesetter = new();

    public ValueTask DisposeAsync() => _typesetter.DisposeAsync();

    private Task<SetLetter> SetAsync(Letter letter) => new LetterPress(_typesetter).SetAsync(letter);

    [Fact]
    public async Task A_sign_in_mail_says_how_long_its_link_lives_and_where_it_works()
    {
        var set = await SetAsync(SignInLetter.Of("da", Letters.Write, TimeSpan.FromMinutes(15)));
        set.Subject.ShouldBe("Log ind på Initiatives");
        foreach (var body in new[] { set.Plain, set.Html })
        {
            body.ShouldContain("Det gælder i 15 minutter, kan bruges én gang og virker kun i den browser, der bad om det.");
            body.ShouldContain(Letters.Write.AbsoluteUri);
            body.ShouldContain("Log ind");
        }
    }

    [Fact]
    public async Task A_task_mail_says_in_its_subject_what_to_do_and_by_when()
    {
        var set = await SetAsync(Letters.Ask());
        set.Subject.ShouldBe("Giv status på indsats 10 inden fre. 20. okt.");
        foreach (var body in new[] { set.Plain, set.Html })
        {
            body.ShouldContain("skal have en status til mødet man. 30. okt. i Chefforum. Sidste dag er fre. 20. okt., og den dag er med.");
            body.ShouldContain("Meld uændret");
            body.ShouldContain("Skriv status");
            body.ShouldContain("●");
            body.ShouldContain("Grøn");
            body.ShouldContain("siden 30. aug. 2023");
        }
        set.Plain.ShouldContain($"Meld uændret:\n{Letters.Unchanged.AbsoluteUri}\n");
        Links(set.Html).ShouldBe([Letters.Unchanged.AbsoluteUri, Letters.Write.AbsoluteUri, Letters.Unchanged.AbsoluteUri]);
    }

    [Theory]
    [InlineData("Opened", "Giv status på 2 indsatser inden fre. 20. okt.", "Sidste dag er fre. 20. okt., og den dag er med.")]
    [InlineData("Reminder", "Påmindelse: giv status på 2 indsatser inden fre. 20. okt.", "Sidste dag er fre. 20. okt., og den dag er med.")]
    [InlineData("LastDay", "Giv status på 2 indsatser i dag, fre. 20. okt.", "I dag, fre. 20. okt., er sidste dag.")]
    [InlineData("Late", "Giv status på 2 indsatser: fristen var fre. 20. okt.", "Status tages stadig imod og mærkes »efter frist«.")]
    public async Task Several_initiatives_are_one_mail_with_buttons_for_each(string asking, string subject, string deadline)
    {
        var other = new TaskLetter.Task(3, "Fælles genoptræning", new("https://initiatives.example.org/opgave/Other-456"), null) { Now = new(3, "Fælles genoptræning", BoardState.Red) };
        var set = await SetAsync(Letters.Ask("da", Enum.Parse<Asking>(asking), other, Letters.Task));
        set.Subject.ShouldBe(subject);
        foreach (var body in new[] { set.Plain, set.Html })
        {
            body.ShouldContain("De 2 indsatser herunder skal hver have en status til mødet man. 30. okt. i Chefforum.");
            body.ShouldContain(deadline);
            body.Contains("okt..", StringComparison.Ordinal).ShouldBeFalse("a day ends with a full stop of its own");
            body.ShouldContain("3. Fælles genoptræning");
            body.ShouldContain("10. Systematisk indsats");
        }
        Links(set.Html).ShouldBe([other.Write.AbsoluteUri, Letters.Unchanged.AbsoluteUri, Letters.Write.AbsoluteUri]);
    }

    [Fact]
    public async Task No_change_is_offered_only_where_it_is_allowed()
    {
        var set = await SetAsync(Letters.Ask(tasks: Letters.Task with { Unchanged = null }));
        set.Plain.ShouldNotContain("uændret", Case.Insensitive);
        Links(set.Html).Distinct().ShouldBe([Letters.Write.AbsoluteUri]);
    }

    [Fact]
    public async Task A_mail_about_one_initiative_speaks_of_one_link()
    {
        var other = new TaskLetter.Task(3, "Fælles genoptræning", new("https://initiatives.example.org/opgave/Other-456"), null);
        (await SetAsync(Letters.Ask())).Plain.ShouldContain("Linket i mailen er dit alene og gælder kun indsatsen i denne statusrunde. Send det ikke videre.");
        (await SetAsync(Letters.Ask(tasks: [other, Letters.Task]))).Plain.ShouldContain("Linkene er dine alene. Hvert gælder kun sin indsats i denne statusrunde.");
    }

    [Fact]
    public async Task The_mail_with_minutes_says_what_is_attached_before_what_was_decided()
    {
        var meeting = new Meeting("chefforum-2023-10-30", "chefforum", new(2023, 10, 30), null, null, null, false, null, null, null, null, false, null, null, null, null);
        MinutesPoint[] points = [new(1, "opening", "Godkendelse af dagsorden", "", "Dagsordenen blev godkendt"), new(2, "any", "Eventuelt", "", "")];
        var set = await SetAsync(MinutesLetter.Of("da", "Sundhedsklynge Midt", "Chefforum", meeting, points, decline: null, Letters.Write));
        set.Plain.ShouldContain("er godkendt. Vedhæftet som fil: Beslutningsreferat.\n\nDet blev besluttet:\n\n1. Godkendelse af dagsorden: Dagsordenen blev godkendt.\n\nLæs referatet:");
    }

    [Fact]
    public async Task The_same_in_English()
    {
        var set = await SetAsync(Letters.Ask("en", Asking.Reminder));
        set.Subject.ShouldBe("Reminder: report on initiative 10 by Fri 20 Oct");
        set.Html.ShouldContain("<html lang=\"en\">");
        set.Html.ShouldContain("Green");
        set.Plain.ShouldNotContain("Giv status");
    }

    [Fact]
    public async Task What_people_wrote_is_text_in_a_mail_whatever_they_wrote()
    {
        const string Wrote = "<script>alert(1)</script> & \"æøå\"\r\nBcc: x@example.org";
        var set = await SetAsync(Letters.Ask(tasks: Letters.Task with { Title = Wrote, Now = Letters.Task.Now! with { Title = Wrote } }));
        set.Html.ShouldNotContain("<script");
        set.Html.ShouldContain("&lt;script&gt;");
        set.Subject.ShouldNotContain("\n");
        Letter.OneLine(Wrote).ShouldBe("<script>alert(1)</script> & \"æøå\" Bcc: x@example.org");
    }

    [Fact]
    public async Task A_mail_asks_for_nothing_from_outside_and_tells_nobody_that_it_was_read()
    {
        var set = await SetAsync(Letters.Ask());
        foreach (var calls in new[] { "<img", "<link", "<script", "<style", "url(", "src=", "@import" })
            set.Html.ShouldNotContain(calls);
    }

    [Fact]
    public async Task Every_light_of_the_board_has_shape_and_word_in_both_languages()
    {
        foreach (var language in new[] { "da", "en" })
        {
            var lights = new LetterLights("Som det står", [.. Enum.GetValues<BoardState>().Select((state, n) => new LetterLight(n + 1, $"Indsats {n + 1}", state))]);
            var set = await SetAsync(new Letter(language, "Sundhedsklynge Midt", "Siden sidst", "Fordi.") { Lights = lights });
            foreach (var row in lights.Rows)
                set.Plain.ShouldContain($"{row.Number,3}  {Reporting.Marks.Mark.Of(row.State).Glyph} ");
            set.Html.ShouldContain("<th scope=\"row\"");
        }
    }

    private static List<string> Links(string html) => [.. Targets().Matches(html).Select(m => m.Groups[1].Value)];

    [GeneratedRegex("href=\"([^\"]+)\"")]
    private static partial Regex Targets();
}
