using Initiatives.Domain;
using Initiatives.Reporting.Packs;
using Initiatives.Reporting.Print;
using Initiatives.Reporting.Record;

namespace Initiatives.Reporting.Tests;

public sealed class Compiling_a_pack
{
    private static readonly ClusterRecord Record = new SampleCluster().Build();
    private static readonly DeviationPack Report = DeviationPack.Of(Record, SampleCluster.Chefforum.First);
    private static readonly DirectorsOverview Overview = DirectorsOverview.Of(Record, SampleCluster.Directors.First);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(EveryKind.Names), MemberType = typeof(EveryKind))]
    public async Task The_same_cut_off_gives_the_same_bytes(string kind)
    {
        await using var one = new Typesetter();
        await using var other = new Typesetter();

        var first = await EveryKind.CompileAsync(one, kind, Record);
        var again = await EveryKind.CompileAsync(other, kind);

        Document.FirstDifference(again.Html, first.Html).ShouldBeNull();
        again.ContentHash.ShouldBe(first.ContentHash);
        await Keep(first);
    }

    [Fact]
    public void A_status_that_is_missing_for_the_second_round_running_is_called_that()
    {
        var later = new MeetingScheduled("chefforum-2023-11-27", "chefforum", new(2023, 11, 27), null, null, null, false, null, null);
        var pack = DeviationPack.Of(Record with { Calendar = Calendar.Evolve(Record.Calendar, later) }, SampleCluster.Chefforum.First with { At = new(2023, 11, 20, 8, 0, 0, TimeSpan.Zero) });

        Report.Missing.Select(m => m.Running).ShouldAllBe(r => r == null);
        pack.Missing.Where(m => m.Running is not null).Select(m => (m.Number, m.Running)).ShouldBe([(14, "mangler anden runde i træk")]);
    }

    [Fact]
    public async Task Packs_compiled_at_the_same_time_do_not_disturb_each_other()
    {
        await using var typesetter = new Typesetter();
        var press = new PackPress(typesetter);
        var alone = await press.Compile(DirectorsOverview.Kind, Record, SampleCluster.Directors.First);

        var together = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => press.Compile(DirectorsOverview.Kind, Record, SampleCluster.Directors.First), Cancellation)));

        together.ShouldAllBe(pack => pack.ContentHash == alone.ContentHash);
    }

    [Theory]
    [MemberData(nameof(EveryKind.Names), MemberType = typeof(EveryKind))]
    public async Task No_person_is_named_so_that_a_frozen_edition_never_has_to_be_forgotten(string kind)
    {
        await using var typesetter = new Typesetter();

        var pack = await EveryKind.CompileAsync(typesetter, kind, Record);

        Document.WithoutStyle(pack.Html).ShouldNotContain("Navn der ikke må stå");
        pack.Html.Length.ShouldBeLessThan(600_000);
    }

    [Theory]
    [InlineData(DeviationPack.Kind)]
    [InlineData(DirectorsOverview.Kind)]
    [InlineData(PoliticalStatus.Kind)]
    public async Task Every_initiative_stands_in_a_pack_about_the_whole_plan(string kind)
    {
        await using var typesetter = new Typesetter();
        var html = Document.WithoutStyle((await new PackPress(typesetter).Compile(kind, Record, SampleCluster.For(kind))).Html);
        foreach (var initiative in Record.Initiatives)
            html.ShouldContain(initiative.Card.Title);
    }

    [Fact]
    public void The_worst_deviation_stands_first() =>
        Report.Cases.Select(c => (c.Number, c.Now.State)).ShouldBe(
        [
            (5, BoardState.Red), (10, BoardState.Red), (8, BoardState.Red), (6, BoardState.Yellow), (2, BoardState.Yellow), (3, BoardState.Green),
        ]);

    [Fact]
    public void A_deviation_tells_since_when_and_whose_turn_it_is()
    {
        var ten = Report.Cases.Single(c => c.Number == 10);
        ten.Since.ShouldBe("siden 5. jun. 2023 (2 møder)");
        ten.LightSince.ShouldBe("rød siden 18. aug. 2023 (1 møde)");
        ten.Turn.ShouldBe("Chefforum skal tage svaret på eskaleringen til efterretning");
        Report.Cases.Single(c => c.Number == 8).Turn.ShouldBe("Direktørforum skal besvare eskaleringen");
        Report.Cases.Single(c => c.Number == 2).Turn.ShouldBe("Chefforum skal vælge spor");
        Report.Cases.Single(c => c.Number == 3).Turn.ShouldBe("Chefforum skal bekræfte effekten og lukke afvigelsen");
        Report.Cases.Single(c => c.Number == 6).Turn.ShouldBe("Ejeren arbejder på afhjælpningen");
    }

    [Fact]
    public void Who_wants_a_decision_that_no_forum_has_acted_on_waits_for_the_managing_forum_and_everywhere_the_same_is_said()
    {
        Report.Cases.Single(c => c.Number == 5).Turn.ShouldBe("Chefforum skal vælge spor eller eskalere: ejeren ønsker en beslutning fra Direktørforum");
        PoliticalStatus.Of(Record, SampleCluster.For(PoliticalStatus.Kind)).OffTrack.Single(c => c.Number == 5).Next
            .ShouldBe("Projektejeren ønsker en beslutning fra Direktørforum; Chefforum skal vælge spor eller eskalere");

        var acted = new SampleCluster().Build(afterwards: tell => tell(5, new RemedyAgreed(1, 2, "chefforum", "Henvisning fra hospitalet", "psykiatrien", new(2023, 12, 1), null), new(2023, 10, 20)));
        DeviationPack.Of(acted, SampleCluster.Chefforum.First).Cases.Single(c => c.Number == 5).Turn.ShouldBe("Region Nordjylland og Psykiatrien i Region Nordjylland arbejder på afhjælpningen");
        var status = PoliticalStatus.Of(acted, SampleCluster.For(PoliticalStatus.Kind));
        status.OffTrack.Single(c => c.Number == 5).Next.ShouldBe("Region Nordjylland og Psykiatrien i Region Nordjylland retter op efter aftale");
        status.InShort.ShouldContain("2 kræver en beslutning, som projektejeren ikke selv kan tage.");
        status.InShort.ShouldContain("1 er rød, men det er besluttet, hvad der skal gøres.");
    }

    [Fact]
    public void A_red_that_outlived_its_meetings_and_an_overdue_remedy_are_proposed_for_escalation()
    {
        var five = Report.Cases.Single(c => c.Number == 5);
        five.Proposal.ShouldBe("Foreslås eskaleret til Direktørforum: afhjælpning 1 skulle være gennemført 15. sep. 2023 og den har været rød siden 28. apr. 2023, hen over 3 møder.");
        five.Remedies.Single().State.ShouldBe("over fristen (38 dage)");
        Report.Cases.Where(c => c.Proposal is not null).Select(c => c.Number).ShouldBe([5]);
    }

    [Fact]
    public void A_person_with_a_task_is_named_by_the_part_they_play() =>
        Report.Cases.Single(c => c.Number == 6).Remedies.Single().Who.ShouldBe("projektlederen");

    [Fact]
    public void The_forum_is_asked_for_what_is_its_to_decide_and_for_nothing_else() =>
        Report.Recommendations.Select(r => r.Text).ShouldBe(
        [
            "tager svaret fra Direktørforum om indsats 10 til efterretning og beslutter det videre forløb",
            "drøfter afvigelsen på indsats 2 og vælger spor: tilbage til planen, omplanlægning eller luk",
            "tager stilling til, om indsats 5 skal eskaleres til Direktørforum",
            "følger op på afhjælpningen af indsats 5, 6, 8 og 10",
            "bekræfter effekten og lukker afvigelsen på indsats 3, der er grøn igen",
            "godkender ordrebekræftelsen for indsats 13, Intens fysisk træning til overvægtige børn",
            "beder om status på indsats 14, som mangler",
            "i øvrigt tager rapporten til efterretning",
        ]);

    [Fact]
    public void A_green_that_the_tolerances_doubt_is_shown_with_the_owners_reason()
    {
        var one = Report.Suspects.Single(s => s.Number == 1);
        one.Reasons[0].Danish.ShouldStartWith("Meldt grøn, selv om tolerancerne foreslår gul: ");
        one.OwnersReason.ShouldNotBeNull().ShouldStartWith("Forsinkelsen skyldes ferie");
    }

    [Fact]
    public void A_reservation_that_is_not_fulfilled_is_followed_until_it_is() =>
        Report.Reservations.ShouldHaveSingleItem().ShouldBe(
            new(12, "Gestationel diabetes mellitus (GDM)", "Chefforum", "Økonomi for 2024 aftales med kommunerne", "Region Nordjylland", new(2023, 9, 15), true));

    [Fact]
    public void Nothing_turns_green_because_a_date_was_moved()
    {
        var four = Overview.Moved.Single(m => m.Number == 4);
        four.Terms.Replanned.ShouldBe("rettet 2 gange, +6 mdr.");
        four.Terms.FirstEnd.ShouldBe(new(2023, 12, 31));
    }

    [Fact]
    public void The_directors_get_the_question_they_are_to_answer_and_none_that_they_have_answered()
    {
        Overview.Escalations.Select(e => e.Escalation.Initiative).ShouldBe([8]);
        Overview.Recommendations[0].Text.ShouldBe("besvarer eskaleringen af indsats 8, Ulighed i forhold til genindlæggelser, særligt inden for psykiatri, senest 18. dec. 2023: Skal klyngen selv indgå en databehandleraftale, eller afventes den nationale løsning?");
    }

    [Fact]
    public void The_directors_read_what_changed_since_they_met_themselves_and_not_since_another_forum_did()
    {
        Overview.Trend.ShouldBe("Siden Direktørforums møde 2. okt. 2023: indsats 2, 5 og 14 er blevet værre; indsats 3 er blevet bedre.");
        DirectorsOverview.Of(Record, SampleCluster.Directors.First with { At = new(2023, 9, 20, 4, 0, 0, TimeSpan.Zero) }).Trend
            .ShouldBe("Direktørforum har ikke holdt møde før, så der er intet at sammenligne med.", "Chefforum has met many times by then");
    }

    [Fact]
    public void A_reservation_that_is_not_fulfilled_stands_where_the_next_forum_is_asked_to_approve()
    {
        Overview.Recommendations[1].Text.ShouldBe("godkender ordrebekræftelsen for indsats 12, Gestationel diabetes mellitus (GDM) (forbehold ikke opfyldt endnu)");
        var twelve = Overview.Confirmations.Single(c => c.Number == 12);
        twelve.Earlier.ShouldBe(["Chefforum godkendte 24. okt. 2022 med forbehold: Økonomi for 2024 aftales med kommunerne (Region Nordjylland, frist 15. sep. 2023, ikke opfyldt endnu)"]);
        ConfirmationCase.Aim(twelve.Terms.Indicators.Single()).ShouldBe("fra 4,1 til 3 (ned er bedre), tolerance 0,2, inden 31. dec. 2023");

        var fulfilled = DirectorsOverview.Of(new SampleCluster().Build(afterwards: tell => tell(12, new ReservationFulfilled(1, null), new(2023, 10, 20))), SampleCluster.Directors.First);
        fulfilled.Confirmations.Single(c => c.Number == 12).Earlier[0].ShouldEndWith("frist 15. sep. 2023, opfyldt 20. okt. 2023)");
        fulfilled.Recommendations[1].Text.ShouldEndWith("Gestationel diabetes mellitus (GDM)");
    }

    [Fact]
    public void The_politicians_read_in_plain_words_how_many_go_how_and_what_became_of_them_since_they_last_met()
    {
        var status = PoliticalStatus.Of(Record, SampleCluster.For(PoliticalStatus.Kind));

        status.InShort[0].ShouldBe("4 af 15 indsatser går som aftalt.");
        status.InShort[1].ShouldBe("3 kræver en beslutning, som projektejeren ikke selv kan tage.");
        status.LastMeeting.ShouldBe(new(2023, 9, 6));
        status.OffTrack.Select(c => (c.Number, c.Now.State)).ShouldBe(
            [(5, BoardState.Red), (8, BoardState.Red), (10, BoardState.Red), (14, BoardState.Missing), (2, BoardState.Yellow), (6, BoardState.Yellow)]);
        status.OffTrack.Single(c => c.Number == 2).Before.ShouldBe(BoardState.Green);
        status.OffTrack.Single(c => c.Number == 8).Next.ShouldBe("Direktørforum skal svare på et spørgsmål fra Chefforum");
        status.News.Select(n => (n.Number, n.What)).ShouldBe([(9, "Indsatsen blev sat på pause"), (10, "Direktørforum besvarede eskaleringen: økonomi")]);
    }

    [Fact]
    public async Task What_was_carried_over_names_the_plan_that_it_goes_on_in()
    {
        var carried = new SampleCluster().Build(afterwards: tell => tell(9, new InitiativeCarriedOver("politisk-niveau", "q", 4, "Udbuddet kommer først næste år"), new(2023, 10, 20)));
        var record = carried with { Plans = [carried.Plan! with { Plan = carried.Plan.Plan with { Id = "q", Title = "Handleplan 2024" } }, .. carried.Plans] };
        var status = PoliticalStatus.Of(record, SampleCluster.For(PoliticalStatus.Kind));

        status.InShort.ShouldContain("1 er ført videre i Handleplan 2024.");
        status.News[^1].What.ShouldBe("Politisk Niveau førte indsatsen videre som indsats 4 i Handleplan 2024");
        await using var typesetter = new Typesetter();
        (await new PackPress(typesetter).Compile(PoliticalStatus.Kind, record, SampleCluster.For(PoliticalStatus.Kind))).Html.ShouldContain("Udbredelse af telemedicin til kronisk syge borgere (som indsats 4 i Handleplan 2024)");
    }

    [Fact]
    public void What_is_under_special_attention_stands_whole_in_the_political_status_with_who_asked_for_it()
    {
        var status = PoliticalStatus.Of(Record, SampleCluster.For(PoliticalStatus.Kind));

        var ten = status.Attention.ShouldHaveSingleItem();
        ten.Number.ShouldBe(10);
        ten.Attention.ShouldBe(new("Politisk Niveau har bedt om at blive orienteret særskilt om indsatsen", "Politisk Niveau, 13. mar. 2023"));
        ten.Lights[^1].ShouldBe(new(new(2023, 8, 18), BoardState.Red));
        ten.Decisions.Select(d => d.What).ShouldContain("Direktørforum besvarede eskaleringen: økonomi");
        status.Recommendations.Select(r => r.Text).ShouldBe(["drøfter status på indsats 10, som er under særlig bevågenhed", "i øvrigt tager orienteringen til efterretning"]);
    }

    [Fact]
    public void The_decisions_of_a_meeting_tell_who_is_to_do_what_by_when_and_what_became_of_each_item()
    {
        var minutes = DecisionMinutes.Of(Record, SampleCluster.For(DecisionMinutes.Kind));

        minutes.IsApproved.ShouldBeTrue();
        minutes.Head.Title.ShouldBe("Beslutningsreferat fra Chefforum, Sundhedsklynge Midt: Møde ons. 30. aug. 2023 kl. 15.00, 1. udgave");
        minutes.Tasks.ShouldBe(
        [
            new("Region Nordjylland", "Informationsmøde for praktiserende læger", 5, new(2023, 9, 15)),
            new("projektlederen", "Lån af træningssal på sundhedscentret", 6, new(2023, 11, 15)),
        ]);
        minutes.Items.Select(i => (i.Number, string.Join("; ", i.Outcomes))).ShouldBe([(1, ""), (2, "Afhjælpning aftalt"), (3, "Afhjælpning aftalt"), (4, "")]);
        minutes.Items[2].Text.ShouldBe("Der lånes en træningssal, indtil lokalerne er klar.");
    }

    [Fact]
    public void What_a_meeting_decided_stands_with_what_it_was_decided_on_in_whose_words_and_from_when()
    {
        var items = DecisionMinutes.Of(Record, SampleCluster.For(DecisionMinutes.Kind)).Items;

        items[0].Case.ShouldBeEmpty("it is about no initiative");
        items[1].Case.ShouldBe(
        [
            new("Seneste status", "Rød: Henvisningerne fra almen praksis udebliver.\nKonsekvens: Færre borgere end planlagt når at få et forløb i 2023.", "Aalborg Kommune, projektejer, 28. apr. 2023"),
            new("Patientinddragelse", "Relevant: To patientrepræsentanter deltager i arbejdsgruppen.", "Aalborg Kommune, projektejer, 28. apr. 2023"),
        ]);
    }

    [Fact]
    public void Minutes_that_are_not_approved_are_told_as_a_draft() =>
        DecisionMinutes.Of(Record, SampleCluster.Chefforum.First).IsApproved.ShouldBeFalse();

    [Fact]
    public void Instead_of_a_cancelled_meeting_its_members_read_how_it_goes_and_what_waits_for_the_next()
    {
        var status = WrittenStatus.Of(Record, SampleCluster.For(WrittenStatus.Kind));

        status.Head.Occasion.ShouldBe("I stedet for mødet ons. 1. nov. 2023");
        status.Why.ShouldBe("Halvdelen af medlemmerne er forhindret.");
        status.NextMeeting.ShouldBe(new(2023, 12, 18));
        status.Waiting.Select(w => w.Heading).ShouldBe(
            ["Eskalering: indsats 8, Ulighed i forhold til genindlæggelser, særligt inden for psykiatri", "Ordrebekræftelse: indsats 12, Gestationel diabetes mellitus (GDM)"]);
        status.Recommendations.Select(r => r.Text).ShouldBe(["tager status til efterretning"], "the answer is wanted by the next meeting's day, and not before");
    }

    [Fact]
    public void The_sheet_of_an_initiative_tells_whose_turn_it_is_and_what_it_was_on_any_day()
    {
        var sheet = InitiativeSheet.Of(Record, 4, SampleCluster.Chefforum.First.At, "x").ShouldNotBeNull();
        sheet.Head.Title.ShouldBe("Indsatsark, Sundhedsklynge Midt: Indsats 4, Implementering af Tilgængelighedsanalysen, opgjort pr. man. 23. okt. 2023 kl. 06.00");
        sheet.Initiative.Terms!.Replanned.ShouldBe("rettet 2 gange, +6 mdr.");
        sheet.Initiative.Decisions.Count.ShouldBe(6, "three revisions through two forums");
        sheet.Waiting.ShouldBeNull();
        InitiativeSheet.Of(Record, 8, SampleCluster.Chefforum.First.At, "x")!.Waiting.ShouldBe("Direktørforum skal besvare eskaleringen");
        InitiativeSheet.Of(Record, 16, SampleCluster.Chefforum.First.At, "x").ShouldBeNull();
    }

    [Fact]
    public void Two_editions_differ_by_what_came_between_them_old_beside_new_in_either_language()
    {
        var now = SampleCluster.Chefforum.First.At;
        EditionDifference.Between(Record, now, Record, now, "da").Changes.ShouldBeEmpty();

        // As it stood before the last status of initiative 10 and the pause of 9 were told.
        var before = new SampleCluster().Build(until: new(2023, 9, 11));
        var changes = EditionDifference.Between(before, new(2023, 9, 11, 12, 0, 0, TimeSpan.Zero), Record, now, "da").Changes;
        changes.ShouldContain(new EditionChange(9, "Udbredelse af telemedicin til kronisk syge borgere", ChangedWhat.Light, null, "Grøn", "Pauset"));
        changes.ShouldContain(c => c.Number == 10 && c.What == ChangedWhat.Escalation && c.Before == "→ Direktørforum" && c.After == "Direktørforum: økonomi");
        changes.ShouldContain(c => c.Number == 10 && c.What == ChangedWhat.Decision && c.Before == null && c.After == "Direktørforum besvarede eskaleringen: økonomi");
        EditionDifference.Between(before, new(2023, 9, 11, 12, 0, 0, TimeSpan.Zero), Record, now, "en").Changes
            .ShouldContain(c => c.Number == 9 && c.What == ChangedWhat.Light && c.Before == "Green" && c.After == "Paused");
    }

    [Fact]
    public void A_cluster_without_anything_in_it_still_gets_a_pack()
    {
        var builder = new ClusterRecordBuilder();
        builder.Add("cluster", new ClusterRegistered("tom", "Tom klynge", null, "da", "Europe/Copenhagen", false), new(default, default, "x", null, false, 1, 1));
        builder.Add("cluster", new ForumConfigured("forum", "Forum", [ForumDuty.ManageDeviations], null), new(default, default, "x", null, false, 2, 2));

        var pack = DeviationPack.Of(builder.Build(2, new Dictionary<string, string>()), new("forum", null, 1, null, SampleCluster.Chefforum.First.At, "x"));

        pack.Head.Occasion.ShouldBe("Månedsoverblik oktober 2023");
        pack.Recommendations.ShouldHaveSingleItem().Text.ShouldBe("tager rapporten til efterretning", "there is nothing that the rest could be besides");
    }

    // Left beside the tests, to be looked at.
    private static async Task Keep(CompiledPack pack)
    {
        var path = Path.Combine(AppContext.BaseDirectory, pack.Kind);
        await File.WriteAllTextAsync(path + ".html", pack.Html, Cancellation);
        using var printer = new ChromiumPrinter();
        if (await printer.Print(pack.Html, Cancellation) is Printed printed)
            await File.WriteAllBytesAsync(path + ".pdf", printed.Pdf, Cancellation);
    }
}
