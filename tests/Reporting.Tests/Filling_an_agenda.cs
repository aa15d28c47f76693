using Initiatives.Domain;
using Initiatives.Reporting.Agendas;
using Initiatives.Reporting.Record;

namespace Initiatives.Reporting.Tests;

public sealed class Filling_an_agenda
{
    private const string October = "chefforum-2023-10-30";
    private const string Directors = "direktoerforum-2023-12-18";

    private static readonly ClusterRecord Record = new SampleCluster().Build();

    [Fact]
    public void What_awaits_the_forum_stands_on_its_next_agenda_in_the_customary_order_and_worst_first() =>
        Keys(Sheet(October)).ShouldBe(
        [
            "opening", "answer-p-10-1", "deviation-p-5-1", "deviation-p-10-1", "deviation-p-8-1", "deviation-p-6-1", "deviation-p-2-1", "deviation-p-3-1",
            "confirmation-p-13-1", "plan-end-p", "any-other",
        ]);

    [Fact]
    public void Each_item_asks_the_forum_for_what_the_case_needs()
    {
        Recommendation("answer-p-10-1").ShouldBe("Det indstilles, at Chefforum tager svaret fra Direktørforum til efterretning: Direktørforum bevilger 150.000 kr. af klyngens fælles midler.");
        Recommendation("deviation-p-5-1").ShouldBe("Det indstilles, at Chefforum følger op på afhjælpningen af indsats 5 (rød), herunder afhjælpning 1, der skulle være gennemført 15. sep. 2023, og tager stilling til, om den skal eskaleres til Direktørforum.");
        Recommendation("deviation-p-8-1").ShouldBe("Det indstilles, at Chefforum tager til efterretning, at eskaleringen af indsats 8 (rød) afventer svar fra Direktørforum.");
        Recommendation("deviation-p-2-1").ShouldBe("Det indstilles, at Chefforum drøfter afvigelsen på indsats 2 (gul) og vælger spor: tilbage til planen, omplanlægning eller luk.");
        Recommendation("deviation-p-3-1").ShouldBe("Det indstilles, at Chefforum bekræfter effekten og lukker afvigelsen på indsats 3 (grøn).");
        Recommendation("confirmation-p-13-1").ShouldBe("Det indstilles, at Chefforum godkender ordrebekræftelsen for indsats 13, Intens fysisk træning til overvægtige børn.");
    }

    [Fact]
    public void In_writing_a_case_is_a_proposal_to_agree_to_or_has_to_be_made_one()
    {
        string? Proposal(string forum, string key)
        {
            var known = Record.Cluster.Forum(forum)!;
            return AwaitedCases.Proposal(Record, known, SampleCluster.Today, AwaitedCases.Of(Record, known, SampleCluster.Today).Single(i => i.Key == key));
        }

        Proposal("chefforum", "deviation-p-2-1").ShouldBeNull("which track to choose is nothing to say yes to");
        Proposal("chefforum", "deviation-p-5-1").ShouldBeNull();
        Proposal("chefforum", "deviation-p-3-1").ShouldBe("Det indstilles, at Chefforum bekræfter effekten og lukker afvigelsen på indsats 3 (grøn).");
        Proposal("chefforum", "confirmation-p-13-1").ShouldBe(Recommendation("confirmation-p-13-1"));
        Proposal("direktoerforum", "escalation-p-8-1")!.ShouldStartWith("Det indstilles, at Direktørforum følger Chefforums indstilling om indsats 8: ");
    }

    [Fact]
    public void The_deciding_forum_has_the_escalation_and_the_confirmations_that_have_come_to_it()
    {
        var sheet = Sheet(Directors);

        Keys(sheet).ShouldBe(["opening", "escalation-p-8-1", "confirmation-p-12-1", "any-other"]);
        sheet.Find("escalation-p-8-1")!.Item.Recommendation.ShouldStartWith("Det indstilles, at Direktørforum besvarer Chefforums spørgsmål om indsats 8 senest 18. dec. 2023: Skal klyngen selv");
    }

    [Fact]
    public void Who_has_given_no_status_for_two_rounds_running_is_put_to_the_managing_forum_once_and_for_as_long_as_it_lasts()
    {
        var (first, second) = (Met("chefforum-2023-11-27", new(2023, 11, 27)), Met("chefforum-2023-12-20", new(2023, 12, 20)));
        var record = Record with { Calendar = Calendar.Evolve(Calendar.Evolve(Record.Calendar, first), second) };
        string[] Silent(string meeting, DateOnly today) => [.. Keys(Sheet(meeting, record, today)).Where(k => k.StartsWith("silence-", StringComparison.Ordinal))];

        // Of them only the one that missed the round of October has missed it too.
        var november = Silent(first.Meeting, new(2023, 11, 20));
        november.ShouldBe(["silence-p-14-5"]);
        Silent(second.Meeting, new(2023, 11, 20)).ShouldBeEmpty();
        Silent(second.Meeting, new(2023, 12, 14)).ShouldContain("silence-p-14-5");
        var item = Sheet(first.Meeting, record, new(2023, 11, 20)).Find(november[0])!.Item;
        item.Recommendation.ShouldBe("Det indstilles, at Chefforum drøfter, at indsats 14 ikke har givet status i 2 runder i træk, og beslutter, hvordan den skal indhentes.");
        item.Background.ShouldStartWith("Seneste status var ");
    }

    [Fact]
    public void A_point_of_the_yearly_wheel_stands_at_one_meeting_and_follows_where_people_move_it()
    {
        var (first, second) = (Met("chefforum-2023-11-27", new(2023, 11, 27)), Met("chefforum-2023-12-20", new(2023, 12, 20)));
        var point = new WheelPoint("oekonomi", "Årets økonomi", "chefforum", WheelTime.Months, [10], "Det indstilles, at Chefforum drøfter økonomien.", "Eksempel", new(2023, 1, 1));
        const string key = "wheel-oekonomi-2023-10";
        var moved = new AgendaItem(key, AgendaItemKind.Wheel, point.Title, point.Recommendation, Background: point.Note);
        ClusterRecord Turned(CalendarEvent[] calendar, params AgendaEvent[] facts) => With(facts) with
        {
            Cluster = Cluster.Evolve(Record.Cluster, new WheelPointSet(point)),
            Calendar = new CalendarEvent[] { first, second }.Concat(calendar).Aggregate(Record.Calendar, Calendar.Evolve),
        };
        string[] Stands(ClusterRecord record) => [.. new[] { October, first.Meeting, second.Meeting }.Where(m => AgendaSheet.Of(record, record.Calendar.Find(m)!, SampleCluster.Today)?.Find(key) is not null)];

        Sheet(October, Turned([])).Find(key)!.Item.ShouldBe(moved);
        Stands(Turned([])).ShouldBe([October]);
        Stands(Turned([new MeetingCancelled(October, "...", false)])).ShouldBe([first.Meeting]);

        AgendaEvent[] put = [new AgendaItemMoved(October, key, first.Meeting, null), new AgendaItemReceived(first.Meeting, moved, October)];
        Stands(Turned([], put)).ShouldBe([first.Meeting]);
        Stands(Turned([new MeetingCancelled(first.Meeting, "...", false)], put)).ShouldBe([second.Meeting]);
        Stands(Turned([], new AgendaItemTakenOff(October, key, null))).ShouldBeEmpty();

        // Taken up, it is done for this turn, also when its meeting turns out not to have been the first.
        var earlier = new MeetingScheduled("chefforum-2023-10-04", "chefforum", new(2023, 10, 4), null, null, null, false, null, null);
        var done = Turned([earlier], new AgendaOutcomeRecorded(October, moved, AgendaOutcome.TakenNote, null, null));
        Stands(done).ShouldBe([October]);
        AgendaSheet.Of(done, done.Calendar.Find(earlier.Meeting)!, SampleCluster.Today)!.Find(key).ShouldBeNull();
        done.Agendas[October].Outcomes.ShouldHaveSingleItem();
        Sheet(October, done).Find(key)!.Minutes.ShouldBe("Taget til efterretning.");
    }

    [Fact]
    public void Other_forums_meetings_are_told_of_by_the_rule_of_distribution()
    {
        var told = Record with { Cluster = Cluster.Evolve(Record.Cluster, new DistributionSet("direktoerforum", ["chefforum"])) };

        var item = Sheet(October, told).Points[1].Item;
        (item.Key, item.Heading, item.About).ShouldBe(("minutes-direktoerforum-2023-10-02", "Orientering om møde i Direktørforum 2. okt. 2023", "direktoerforum-2023-10-02"));
        item.Recommendation.ShouldBe("Det indstilles, at Chefforum tager orienteringen til efterretning.");
    }

    [Fact]
    public void What_people_changed_stands_as_they_changed_it()
    {
        var data = new AgendaItem("free-1", AgendaItemKind.Free, "Datakilder", "Det indstilles, at Chefforum drøfter datakilder.");
        var sheet = Sheet(October, With(
            new AgendaItemAdded(October, data),
            new AgendaItemReworded(October, "opening", "Dagsordenen godkendes."),
            new AgendaItemTakenOff(October, "deviation-p-6-1", null),
            new AgendaOrdered(October, ["opening", "free-1", "confirmation-p-13-1"])));

        Keys(sheet).Take(3).ShouldBe(["opening", "answer-p-10-1", "deviation-p-5-1"]);
        Keys(sheet).SkipWhile(k => k != "free-1").ShouldBe(["free-1", "confirmation-p-13-1", "plan-end-p", "any-other"]);
        sheet.Points[0].Item.Recommendation.ShouldBe("Dagsordenen godkendes.");
        sheet.TakenOff.Select(i => i.Key).ShouldBe(["deviation-p-6-1"]);
        sheet.Points.Select(p => p.Number).ShouldBe(Enumerable.Range(1, sheet.Points.Count));
    }

    [Fact]
    public void What_is_moved_to_a_later_meeting_stands_there_and_nowhere_before()
    {
        var later = new MeetingScheduled("chefforum-2023-11-27", "chefforum", new(2023, 11, 27), null, null, null, false, null, null);
        var record = With(new AgendaItemMoved(October, "deviation-p-2-1", later.Meeting, null)) with { Calendar = Calendar.Evolve(Record.Calendar, later) };

        Keys(Sheet(October, record)).ShouldNotContain("deviation-p-2-1");
        Keys(Sheet(later.Meeting, record)).ShouldBe(["opening", "deviation-p-2-1", "plan-end-p", "any-other"]);
    }

    [Fact]
    public void A_decision_made_on_the_cases_own_page_is_the_items_outcome()
    {
        var sheet = Sheet("chefforum-2023-08-30", With(), today: new(2023, 10, 23));

        sheet.Find("deviation-p-10-1")!.Outcomes.ShouldBe([new PointOutcome(AgendaOutcome.Decided, "Chefforum valgte sporet »omplanlægning«.")]);
        Sheet("direktoerforum-2023-10-02", today: new(2023, 10, 23)).Find("escalation-p-10-1")!.Minutes
            .ShouldBe("Direktørforum besluttede (økonomi, 150.000 kr.): Direktørforum bevilger 150.000 kr. af klyngens fælles midler.");
    }

    [Fact]
    public void Minutes_are_drafted_from_the_outcomes_until_somebody_writes_them()
    {
        var opening = Sheet(October).Points[0].Item;
        var recorded = new AgendaOutcomeRecorded(October, opening, AgendaOutcome.Approved, null, null);

        Sheet(October, With(recorded)).Points[0].Minutes.ShouldBe("Dagsordenen blev godkendt.");
        Sheet(October, With(recorded, new MinutesItemWritten(October, "opening", "Ingen bemærkninger."))).Points[0].Minutes.ShouldBe("Ingen bemærkninger.");
    }

    [Fact]
    public void Approved_minutes_read_as_they_were_approved_whatever_happens_to_the_cases()
    {
        var sheet = Sheet(October, With(new MinutesApproved(October, [new(1, "opening", "Godkendelse af dagsorden", "", "Godkendt."), new(2, "gone-1", "Et punkt", "Indstilling", "Drøftet.")])));

        sheet.Points.Select(p => (p.Number, p.Item.Heading, p.Minutes)).ShouldBe([(1, "Godkendelse af dagsorden", "Godkendt."), (2, "Et punkt", "Drøftet.")]);
    }

    private static MeetingScheduled Met(string id, DateOnly on) => new(id, "chefforum", on, null, null, null, false, null, null);

    private static ClusterRecord With(params AgendaEvent[] facts) =>
        Record with { Agendas = facts.GroupBy(f => f.Meeting).ToDictionary(g => g.Key, g => g.Aggregate(Agenda.Untouched, Agenda.Evolve)) };

    private static AgendaSheet Sheet(string meeting, ClusterRecord? record = null, DateOnly? today = null) =>
        AgendaSheet.Of(record ?? Record, (record ?? Record).Calendar.Find(meeting)!, today ?? SampleCluster.Today)!;

    private static string[] Keys(AgendaSheet sheet) => [.. sheet.Points.Select(p => p.Item.Key)];

    private static string Recommendation(string item) => Sheet(October).Find(item)!.Item.Recommendation;
}
