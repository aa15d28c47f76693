using System.Net;
using Initiatives.Api.Features.People;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.SignIn;
using Initiatives.Api.Tests.Features;
using Initiatives.Api.Tests.Workbooks;
using Initiatives.Domain;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatives.Api.Tests.Pages;

/// <summary>The secretariat's pages, as its browser sends them.</summary>
public sealed class SecretariatTests : IAsyncLifetime
{
    private ApiHost _host = null!;
    private Visitor _secretariat = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await Midt.StartAsync();
        _secretariat = await Visitor.SignInAsync(_host, "secretary", roles: [new(ClusterRoleKind.Secretariat)]);
    }

    public async ValueTask DisposeAsync()
    {
        _secretariat.Dispose();
        await _host.DisposeAsync();
    }

    private async Task<Page> SendAsync(string path, Dictionary<string, string> fields, string? to = null) =>
        await _secretariat.SendAsync(await _secretariat.OpenAsync(path), to ?? path, "gem", fields);

    private async Task<string> ConfigurationAsync() => (await _secretariat.AskAsync("GET", $"/api/v1/clusters/{Midt.Cluster}")).Text;

    private async Task<IReadOnlyList<Person>> PeopleAsync() => await _host.Services.GetRequiredService<PeopleRegister>().ReadAsync(Midt.Cluster, default);

    [Fact]
    public async Task An_organisation_is_added_under_an_id_made_of_its_name_and_renamed_under_the_same()
    {
        (await SendAsync("/sekretariat/organisationer/ny", new() { ["name"] = "Brønderslev Kommune", ["kind"] = "municipality" })).Location.ShouldBe("/sekretariat/organisationer?done=OrganisationSaved");
        (await ConfigurationAsync()).ShouldContain("\"id\":\"broenderslev-kommune\"");

        (await SendAsync("/sekretariat/organisationer/broenderslev-kommune", new() { ["name"] = "Brønderslev", ["kind"] = "municipality" })).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await ConfigurationAsync()).ShouldContain("\"id\":\"broenderslev-kommune\",\"name\":\"Brønderslev\"");
    }

    [Fact]
    public async Task What_is_refused_comes_back_with_what_was_typed_and_the_reason_at_its_field()
    {
        var page = await SendAsync("/sekretariat/organisationer/ny", new() { ["name"] = "", ["kind"] = "municipality" });

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.ErrorAt("felt-name").ShouldNotBeNull();
        page.Html.ShouldContain("value=\"municipality\" selected");
    }

    [Fact]
    public async Task A_forums_duties_rhythm_and_distribution_are_saved_together_or_not_at_all()
    {
        Dictionary<string, string> fields = new()
        {
            ["name"] = "Direktørforum", ["escalatesTo"] = "politisk-niveau", ["duties.DecideEscalations"] = "ja", ["duties.ManageDeviations"] = "ja",
            ["rhythm.opens"] = "21", ["rhythm.deadline"] = "10", ["rhythm.reminder"] = "3", ["rhythm.pack"] = "7", ["rhythm.hour"] = "6", ["sentTo.chefforum"] = "ja",
        };
        var refused = await SendAsync("/sekretariat/fora/direktoerforum", fields);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.ErrorAt("felt-duties-PlaceOrders").ShouldBe("Afvigelser håndteres allerede af \"Chefforum\". Kun ét forum kan have den opgave.");
        (await ConfigurationAsync()).ShouldContain("\"distribution\":[]");

        fields.Remove("duties.ManageDeviations");
        (await SendAsync("/sekretariat/fora/direktoerforum", fields)).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await ConfigurationAsync()).ShouldContain("\"sentTo\":[\"chefforum\"]");
    }

    [Fact]
    public async Task A_forum_is_moved_one_place_unless_something_is_on_its_way_through_the_chain()
    {
        async Task<string> OrderAsync() => string.Join(' ', (await _secretariat.AskAsync("GET", $"/api/v1/clusters/{Midt.Cluster}")).Json.GetProperty("forums").EnumerateArray().Select(f => f.GetProperty("id").GetString()));
        async Task<Page> MoveAsync(string pressed) => await _secretariat.SendAsync(await _secretariat.OpenAsync("/sekretariat/fora"), "/sekretariat/fora/raekkefoelge", pressed, []);

        (await MoveAsync("ned:chefforum")).Location.ShouldBe("/sekretariat/fora?done=ForumsOrdered");
        (await OrderAsync()).ShouldBe("direktoerforum chefforum politisk-niveau");
        (await MoveAsync("op:chefforum")).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await MoveAsync("op:chefforum")).Status.ShouldBe(HttpStatusCode.OK, "the first has nowhere to go");

        await Midt.OrderAsync(_host, 10);
        var etag = (await _host.SendAsync("PUT", $"{Midt.Initiatives}/10/ownership", new { organisation = "aalborg", owner = "person-1" }, "\"1\"")).ETag;
        (await _host.SendAsync("PUT", $"{Midt.Initiatives}/10/confirmations/1", Midt.Terms(), etag)).Status.ShouldBeOneOf(200, 201);
        var refused = await MoveAsync("ned:chefforum");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("mens indsats 10 er på vej gennem dem");
        (await OrderAsync()).ShouldBe("chefforum direktoerforum politisk-niveau");
    }

    [Fact]
    public async Task Tolerances_and_national_reading_are_set()
    {
        (await SendAsync("/sekretariat/tolerancer", new() { ["costPercent"] = "5,5", ["costAmount"] = "1.000.000", ["monthsToYellow"] = "2", ["monthsToRed"] = "4" })).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await SendAsync("/sekretariat/national", new() { ["allowed"] = "ja" })).Location.ShouldBe("/sekretariat/national?done=NationalAllowed");

        var configuration = await ConfigurationAsync();
        configuration.ShouldContain("\"costPercent\":5.5");
        configuration.ShouldContain("\"nationalReading\":true");
        (await SendAsync("/sekretariat/tolerancer", new() { ["costPercent"] = "fem", ["costAmount"] = "", ["monthsToYellow"] = "2", ["monthsToRed"] = "4" })).ErrorAt("felt-costPercent").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_meeting_is_set_moved_and_cancelled_with_a_written_status_instead()
    {
        (await SendAsync("/sekretariat/kalender/nyt", new() { ["forum"] = "chefforum", ["on"] = "2023-06-14", ["start"] = "13:00", ["end"] = "12:00" })).ErrorAt("felt-end").ShouldNotBeNull();
        (await SendAsync("/sekretariat/kalender/nyt", new() { ["forum"] = "chefforum", ["on"] = "2023-06-14", ["start"] = "13:00", ["place"] = "Teams", ["extraordinary"] = "ja" })).Status.ShouldBe(HttpStatusCode.SeeOther);

        const string one = "/sekretariat/kalender/chefforum-2023-06-14";
        (await SendAsync(one, new() { ["on"] = "2023-06-21", ["start"] = "14:00", ["place"] = "Aalborg" })).Status.ShouldBe(HttpStatusCode.SeeOther);
        var moved = (await _secretariat.AskAsync("GET", $"/api/v1/clusters/{Midt.Cluster}/meetings/chefforum-2023-06-14")).Json;
        moved.GetProperty("on").GetString().ShouldBe("2023-06-21");
        moved.GetProperty("place").GetString().ShouldBe("Aalborg");

        (await SendAsync(one, new() { ["why"] = "" }, $"{one}/aflysning")).ErrorAt("felt-written").ShouldNotBeNull();
        (await SendAsync(one, new() { ["why"] = "For få sager", ["written"] = "ja" }, $"{one}/aflysning")).Location.ShouldBe("/sekretariat/kalender?done=MeetingCancelled");
        (await _secretariat.OpenAsync("/moeder/chefforum-2023-06-14")).Text.ShouldContain("Skriftlig status i stedet");
    }

    [Fact]
    public async Task A_form_drawn_from_an_older_version_is_told_what_happened_meanwhile_and_loses_nothing()
    {
        var old = await _secretariat.OpenAsync("/sekretariat/tolerancer");
        await Midt.SendAsync(_host, Midt.Cluster, new ClusterWish(new RecordOrganisation("ny", "Ny", "other")));

        var page = await _secretariat.SendAsync(old, "/sekretariat/tolerancer", "gem", new() { ["costPercent"] = "7", ["costAmount"] = "1", ["monthsToYellow"] = "1", ["monthsToRed"] = "2" });

        page.Status.ShouldBe(HttpStatusCode.Conflict);
        page.Html.ShouldContain("name=\"costPercent\" value=\"7\"");
    }

    [Fact]
    public async Task A_person_is_added_once_however_often_the_button_is_pressed_and_with_seats_from_rows()
    {
        var page = await _secretariat.OpenAsync("/sekretariat/personer/ny");
        Dictionary<string, string> fields = new()
        {
            ["name"] = "Kontorchef", ["mail"] = "kontorchef@example.invalid", ["organisation"] = "aalborg", ["language"] = "da",
            ["seats[0].forum"] = "chefforum", ["seats[0].role"] = "Member", ["seats[0].from"] = "2023-01-01", ["roles[0].role"] = "Reader",
        };
        for (var press = 0; press < 2; press++)
            (await _secretariat.SendAsync(page, "/sekretariat/personer/ny", "gem", fields)).Location.ShouldBe("/sekretariat/personer?done=PersonAdded");

        var person = (await PeopleAsync()).Where(p => p.Name == "Kontorchef").ShouldHaveSingleItem();
        person.Seats.ShouldBe([new("chefforum", ForumRole.Member, new(2023, 1, 1))]);
        person.Roles.ShouldBe([new(ClusterRoleKind.Reader)]);
        person.Id.ShouldNotContain("kontor");
    }

    [Fact]
    public async Task Two_people_of_a_cluster_do_not_share_an_address()
    {
        var page = await SendAsync("/sekretariat/personer/ny", new() { ["name"] = "En til", ["mail"] = $"SECRETARY@{Midt.Cluster}.invalid", ["language"] = "da" });

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.ErrorAt("felt-mail").ShouldNotBeNull();
    }

    [Fact]
    public async Task Whoever_is_forgotten_is_out_at_once_and_stands_as_former_member()
    {
        using var leaving = await Visitor.SignInAsync(_host, "leaving", [new("chefforum", ForumRole.Member)]);
        (await leaving.OpenAsync("/")).Status.ShouldBe(HttpStatusCode.OK);
        var links = _host.Services.GetRequiredService<TaskLinks>();
        var link = await links.MakeAsync(new(Midt.Cluster, "leaving", Streams.Initiative(Midt.Plan, 10), "chefforum-2023-08-30", _host.Clock.Now.AddDays(5)), TestContext.Current.CancellationToken);

        const string path = "/sekretariat/personer/leaving/glem";
        (await SendAsync(path, [])).ErrorAt("felt-sure").ShouldNotBeNull();
        (await SendAsync(path, new() { ["sure"] = "ja" })).Location.ShouldBe("/sekretariat/personer?done=PersonForgotten");

        (await leaving.OpenAsync("/")).Location.ShouldBe("/log-ind");
        (await links.FindAsync(link, TestContext.Current.CancellationToken)).ShouldBeNull();
        var left = (await PeopleAsync()).Single(p => p.Id == "leaving");
        left.IsForgotten.ShouldBeTrue();
        left.Mail.ShouldBeNull();
        (await _secretariat.OpenAsync("/sekretariat/personer/leaving")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Links_in_mails_are_revoked_on_the_persons_page_and_over_the_API_and_the_person_stays()
    {
        using var owner = await Visitor.SignInAsync(_host, "owner");
        var links = _host.Services.GetRequiredService<TaskLinks>();
        Task<string> LinkAsync() => links.MakeAsync(new(Midt.Cluster, "owner", Streams.Initiative(Midt.Plan, 10), "chefforum-2023-08-30", _host.Clock.Now.AddDays(5)), TestContext.Current.CancellationToken);
        var first = await LinkAsync();

        (await SendAsync("/sekretariat/personer/owner", [], to: "/sekretariat/personer/owner/links")).Location.ShouldBe("/sekretariat/personer/owner?done=TaskLinksRevoked");
        (await links.FindAsync(first, TestContext.Current.CancellationToken)).ShouldBeNull();

        var second = await LinkAsync();
        (await _secretariat.AskAsync("DELETE", $"/api/v1/clusters/{Midt.Cluster}/people/owner/task-links")).Text.ShouldBe("{\"links\":false}");
        (await links.FindAsync(second, TestContext.Current.CancellationToken)).ShouldBeNull();
        (await owner.OpenAsync("/")).Status.ShouldBe(HttpStatusCode.OK);
        (await _secretariat.AskAsync("DELETE", $"/api/v1/clusters/{Midt.Cluster}/people/nobody/task-links")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task The_list_of_people_is_narrowed_by_words_organisation_role_and_forum()
    {
        using var chair = await Visitor.SignInAsync(_host, "chair", [new("chefforum", ForumRole.Chair)], organisation: "aalborg");
        using var before = await Visitor.SignInAsync(_host, "before", [new("chefforum", ForumRole.Member, null, new DateOnly(2022, 12, 31))], organisation: "auh");

        async Task<string> ShownAsync(string query) =>
            string.Join(' ', new[] { "before", "chair", "secretary" }.Intersect(System.Text.RegularExpressions.Regex.Matches((await _secretariat.OpenAsync($"/sekretariat/personer{query}")).Html, "personer/([a-z]+)\"").Select(m => m.Groups[1].Value)));

        (await ShownAsync("")).ShouldBe("before chair secretary");
        (await ShownAsync("?navn=CHAIR+navn")).ShouldBe("chair");
        (await ShownAsync("?navn=secretary%40")).ShouldBe("secretary", "the address is searched too");
        (await ShownAsync("?organisation=auh")).ShouldBe("before");
        (await ShownAsync("?rolle=Secretariat")).ShouldBe("secretary");
        (await ShownAsync("?rolle=chefforum")).ShouldBe("chair", "a seat whose term is over makes nobody a member");
        (await ShownAsync("?rolle=chefforum&organisation=auh")).ShouldBe("");
        (await _secretariat.OpenAsync("/sekretariat/personer?navn=findes-ikke")).Text.ShouldContain("Ingen personer passer");
    }

    [Fact]
    public async Task Nobody_forgets_themselves() =>
        (await SendAsync("/sekretariat/personer/secretary/glem", new() { ["sure"] = "ja" })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

    [Fact]
    public async Task People_are_imported_all_or_nothing_and_a_second_time_nothing_changes()
    {
        string[] headings = ["Navn", "Mail", "Organisation", "Forum", "Rolle", "Fra"];
        const string path = "/sekretariat/personimport";
        var bad = await _secretariat.SendFileAsync(await _secretariat.OpenAsync(path), path, Books.Of(
            headings, ["Leder", "leder@example.invalid", "Aalborg Kommune", "Chefforum", "formand", "45000"], ["Chef", "ikke en adresse", "Ukendt", "Chefforum", "hersker", "i går"]));
        bad.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        foreach (var cell in new[] { "Celle B3", "Celle C3", "Celle E3", "Celle F3" }) bad.Text.ShouldContain(cell);

        var preview = await _secretariat.SendFileAsync(await _secretariat.OpenAsync(path), path, Books.Of(
            headings, ["Leder", "leder@example.invalid", "Aalborg Kommune", "Chefforum", "formand", "45000"], ["Leder", "leder@example.invalid", "", "Direktørforum", "", ""]));
        preview.Status.ShouldBe(HttpStatusCode.OK);
        (await PeopleAsync()).ShouldNotContain(p => p.Name == "Leder");
        for (var press = 0; press < 2; press++)
            await _secretariat.SendAsync(preview, $"{path}/indlaes", "indlaes", new() { ["file"] = preview.Hidden("file") });

        (await PeopleAsync()).Where(p => p.Name == "Leder").ShouldHaveSingleItem().Seats
            .ShouldBe([new("chefforum", ForumRole.Chair, new DateOnly(2023, 3, 15)), new("direktoerforum", ForumRole.Member)]);
    }
}
