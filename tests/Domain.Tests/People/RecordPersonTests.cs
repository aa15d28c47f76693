namespace Initiatives.Domain.Tests.People;

public sealed class RecordPersonTests
{
    private static readonly Cluster Cluster = Cluster.None with
    {
        Id = "midt",
        Organisations = [new("aalborg", "Aalborg Kommune", "municipality")],
        Forums = [new("chefforum", "Chefforum", [ForumDuty.ManageDeviations], null, Rhythm.Default)],
    };

    private static readonly Person Owner = new("person-1", "midt", "Projektejer", "projektejer@example.org", "sundhedschef", "aalborg", "da", [new("chefforum", ForumRole.Member)]);

    [Fact]
    public void Somebody_new_is_recorded_and_the_same_again_changes_nothing()
    {
        new RecordPerson(Owner).Decide(null, Cluster).Events.ShouldBe([Owner]);
        new RecordPerson(Owner with { Seats = [new("chefforum", ForumRole.Member)] }).Decide(Owner, Cluster).Events.ShouldBeEmpty();
        new RecordPerson(Owner with { Title = null }).Decide(Owner, Cluster).Events.ShouldHaveSingleItem().Title.ShouldBeNull();
    }

    [Fact]
    public void Whoever_was_forgotten_stays_forgotten() => Refused(Owner, known: Owner.Forgotten()).ShouldBe(["person-forgotten"]);

    [Fact]
    public void Everything_that_is_amiss_is_told_at_once() =>
        Refused(Owner with { Id = "Person 1", Name = " ", Mail = "nobody", Organisation = "plo", Language = "se", Seats = [new("chefforum", ForumRole.Chair), new("chefforum", ForumRole.Chair), new("udvalget", ForumRole.Member)] })
            .ShouldBe(["slug-malformed", "text-missing", "mail-malformed", "organisation-unknown", "language-unknown", "seat-repeated", "seat-repeated", "forum-unknown"]);

    [Fact]
    public void A_seat_may_be_held_twice_but_not_at_the_same_time()
    {
        ForumSeat first = new("chefforum", ForumRole.Chair, null, new(2023, 6, 30));
        Refused(Owner with { Seats = [first, new("chefforum", ForumRole.Chair, new(2023, 7, 1))] }).ShouldBeEmpty();
        Refused(Owner with { Seats = [first, new("chefforum", ForumRole.Chair, new(2023, 6, 30))] }).ShouldBe(["seat-repeated", "seat-repeated"]);
        Refused(Owner with { Seats = [first with { From = new(2023, 7, 1) }] }).ShouldBe(["period-reversed"]);
    }

    [Fact]
    public void A_cluster_gives_its_own_roles_and_nobody_is_their_own_deputy()
    {
        Refused(Owner with { Roles = [new(ClusterRoleKind.Secretariat)], Deputies = [new("person-2", new(2023, 7, 3), new(2023, 7, 21))] }).ShouldBeEmpty();
        Refused(Owner with { Roles = [new(ClusterRoleKind.Operator), new(ClusterRoleKind.NationalReader)] }).ShouldBe(["role-not-the-clusters", "role-not-the-clusters"]);
        Refused(Owner with { Deputies = [new("person-1")] }).ShouldBe(["own-deputy"]);
    }

    [Theory]
    [InlineData("a@b")]
    [InlineData("@example.org")]
    [InlineData("a@example.org, b@example.org")]
    [InlineData("Navn <a@example.org>")]
    [InlineData("\"a b\"@example.org")]
    [InlineData("a@example.org\r\nBcc: b@example.org")]
    [InlineData("a@exämple.org")]
    [InlineData(" a@example.org")]
    [InlineData("a(comment)@example.org")]
    public void A_mail_address_is_one_plain_address(string mail) => Refused(Owner with { Mail = mail }).ShouldBe(["mail-malformed"]);

    [Theory]
    [InlineData("a@example.org")]
    [InlineData("fornavn.efternavn+klynge@kommune.example.org")]
    [InlineData(null)]
    public void A_plain_address_or_none_is_taken(string? mail) => Refused(Owner with { Mail = mail }).ShouldBeEmpty();

    [Fact]
    public void A_name_holds_no_second_line_and_nobodys_personal_number()
    {
        Refused(Owner with { Name = "Projektejer\nBcc: b@example.org" }).ShouldBe(["name-malformed"]);
        Refused(Owner with { Title = "010170-1234" }).ShouldBe(["cpr-in-text"]);
    }

    private static IEnumerable<string> Refused(Person wanted, Person? known = null) => new RecordPerson(wanted).Decide(known, Cluster).Refusals.Select(r => r.Code);
}
