using static Initiatives.Domain.Tests.Meetings.Midt;

namespace Initiatives.Domain.Tests.Clusters;

public sealed class ClusterCommandTests
{
    private static readonly RegisterCluster Syd = new("nordjylland-syd", "Sundhedsklynge Syd", "Region Nordjylland");

    private static readonly ConfigureForums Chain = new(
    [
        new ConfigureForum("driftsgruppe", "Driftsgruppen", [ForumDuty.ManageDeviations], "ssfsn"),
        new ConfigureForum("ssfsn", "SSFSN", [ForumDuty.ApproveConfirmation, ForumDuty.DecideEscalations], "politisk-klynge"),
        new ConfigureForum("politisk-klynge", "Politisk sundhedsklynge Syd", [ForumDuty.PlaceOrders]),
    ]);

    private static readonly Cluster Registered = After(Cluster.None, Syd);
    private static readonly Cluster Configured = After(Registered, Chain);

    [Fact]
    public void A_cluster_is_registered_once()
    {
        Refusals(Cluster.None, Syd).ShouldBeEmpty();
        Refusals(Registered, Syd with { Name = "Klynge Syd" }).ShouldBe(["cluster-already-registered"]);
    }

    [Fact]
    public void A_cluster_has_an_id_fit_for_addresses_a_name_a_language_and_a_time_zone_that_exists() =>
        Refusals(Cluster.None, new RegisterCluster("Klynge Syd", " ", null, "se", "Europe/Aalborg"))
            .ShouldBe(["slug-malformed", "text-missing", "language-unknown", "time-zone-unknown"]);

    [Theory]
    [InlineData("")]
    [InlineData("-a")]
    [InlineData("a-")]
    [InlineData("a--b")]
    [InlineData("å")]
    [InlineData("a/b")]
    public void An_id_is_small_letters_digits_and_single_hyphens(string id) =>
        Refusals(Registered, new RecordOrganisation(id, "Navn", "region")).ShouldBe(["slug-malformed"]);

    [Fact]
    public void Nothing_is_configured_in_a_cluster_that_is_not_registered() =>
        Refusals(Cluster.None, new RecordOrganisation("region", "Region Nordjylland", "region")).ShouldBe(["cluster-not-registered"]);

    [Fact]
    public void A_chain_is_configured_at_once_and_keeps_its_order()
    {
        Configured.Forums.Select(f => f.Id).ShouldBe(["driftsgruppe", "ssfsn", "politisk-klynge"]);
        Configured.ManagingForum!.Id.ShouldBe("driftsgruppe");
    }

    [Fact]
    public void The_order_of_the_chain_is_changed_with_every_forum_named_once()
    {
        var ordered = new OrderForums(["ssfsn", "driftsgruppe", "politisk-klynge"], []).Decide(Configured, On("2023-05-01"));
        ordered.Events.Aggregate(Configured, Cluster.Evolve).Forums.Select(f => f.Id).ShouldBe(["ssfsn", "driftsgruppe", "politisk-klynge"]);

        Refusals(Configured, new OrderForums(["ssfsn", "driftsgruppe"], [])).ShouldBe(["forum-left-out"]);
        Refusals(Configured, new OrderForums(["ssfsn", "driftsgruppe", "politisk-klynge", "ssfsn"], [])).ShouldBe(["listed-twice"]);
        Refusals(Configured, new OrderForums(["ssfsn", "driftsgruppe", "politisk-klynge", "andre"], [])).ShouldBe(["forum-unknown"]);
    }

    [Fact]
    public void The_order_of_those_who_approve_stays_while_something_is_on_its_way_through_them()
    {
        var two = new ConfigureForum("politisk-klynge", "Politisk", [ForumDuty.PlaceOrders, ForumDuty.ApproveConfirmation]).Decide(Configured, On("2023-05-01")).Events.Aggregate(Configured, Cluster.Evolve);

        Refusals(two, new OrderForums(["driftsgruppe", "politisk-klynge", "ssfsn"], [7, 12])).ShouldBe(["chain-in-use"]);
        new OrderForums(["ssfsn", "driftsgruppe", "politisk-klynge"], [7, 12]).Decide(two, On("2023-05-01")).Events.ShouldHaveSingleItem("a forum that approves nothing may move");
    }

    [Fact]
    public void Only_the_forums_that_change_are_recorded() =>
        new ConfigureForums([.. Chain.Forums.Take(2), Chain.Forums[2] with { Name = "Politisk niveau" }])
            .Decide(Configured, On("2023-05-01")).Events.Cast<ForumConfigured>().Select(e => e.Id).ShouldBe(["politisk-klynge"]);

    [Fact]
    public void A_forum_escalates_to_one_that_exists() =>
        Refusals(Registered, new ConfigureForum("driftsgruppe", "Driftsgruppen", [], "ssfsn")).ShouldBe(["forum-escalates-to-unknown"]);

    [Fact]
    public void Escalations_never_come_back_to_the_forum_that_sent_them()
    {
        Refusals(Configured, new ConfigureForum("politisk-klynge", "Politisk", [], "driftsgruppe")).ShouldBe(["forum-escalates-in-circle"]);
        Refusals(Configured, new ConfigureForum("ssfsn", "SSFSN", [], "ssfsn")).ShouldBe(["forum-escalates-in-circle"]);
    }

    [Fact]
    public void One_forum_manages_deviations()
    {
        Refusals(Configured, new ConfigureForum("ssfsn", "SSFSN", [ForumDuty.ManageDeviations], "politisk-klynge")).ShouldBe(["second-managing-forum"]);
        Refusals(Configured, new ConfigureForums(
        [
            new ConfigureForum("driftsgruppe", "Driftsgruppen", [], "ssfsn"),
            new ConfigureForum("ssfsn", "SSFSN", [ForumDuty.ManageDeviations], "politisk-klynge"),
        ])).ShouldBeEmpty("the duty moved from one to the other");
    }

    [Theory]
    [InlineData(10, 10, 7)]
    [InlineData(21, 7, 7)]
    [InlineData(21, 5, 7)]
    public void A_round_opens_before_it_is_due_and_is_due_before_the_pack(int opens, int deadline, int pack) =>
        Refusals(Configured, new SetRhythm("driftsgruppe", new Rhythm(opens, deadline, 3, pack, 6, false))).ShouldBe(["rhythm-out-of-order"]);

    [Theory]
    [InlineData(400, 3, 6)]
    [InlineData(21, 50, 6)]
    [InlineData(21, 3, 24)]
    public void A_rhythm_stays_within_reason(int opens, int reminder, int hour) =>
        Refusals(Configured, new SetRhythm("driftsgruppe", new Rhythm(opens, 10, reminder, 7, hour, false))).ShouldBe(["rhythm-out-of-range"]);

    [Fact]
    public void Minutes_go_to_forums_that_exist_and_not_to_the_forum_itself() =>
        Refusals(Configured, new SetDistribution("ssfsn", ["chefforum", "ssfsn"])).ShouldBe(["forum-unknown", "minutes-sent-to-themselves"]);

    [Fact]
    public void Red_begins_after_yellow() =>
        Refusals(Configured, new SetTolerances(Tolerances.Default with { MonthsToYellow = 4 })).ShouldBe(["tolerances-out-of-order"]);

    private static Cluster After(Cluster cluster, ClusterCommand command) =>
        command.Decide(cluster, On("2023-05-01")).Events.Aggregate(cluster, Cluster.Evolve);

    private static IEnumerable<string> Refusals(Cluster cluster, ClusterCommand command) =>
        command.Decide(cluster, On("2023-05-01")).Refusals.Select(r => r.Code);
}
