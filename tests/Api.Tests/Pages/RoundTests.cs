using System.Net;
using Initiatives.Api.Features.People;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Tests.Features;
using Initiatives.Domain;
using Initiatives.EventStore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Initiatives.Api.Tests.Pages;

/// <summary>A status round, as the secretariat follows it.</summary>
public sealed class RoundTests : IAsyncLifetime
{
    private const string Path = "/runder/chefforum-2023-08-30";

    private ApiHost _host = null!;
    private Visitor _secretariat = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await Midt.StartAsync();
        await Midt.StartedAsync(_host);
        _secretariat = await Visitor.SignInAsync(_host, "secretary", roles: [new(ClusterRoleKind.Secretariat)]);
        // The round for the meeting of 30 August is open, and its deadline is ahead.
        _host.Clock.Now = new(2023, 8, 16, 9, 0, 0, TimeSpan.Zero);
    }

    public async ValueTask DisposeAsync()
    {
        _secretariat.Dispose();
        await _host.DisposeAsync();
    }

    private Task<object?> MailsAsync() => _host.ScalarAsync("SELECT count(*) FROM outgoing_mail WHERE kind = 'task'");

    [Fact]
    public async Task Those_who_miss_are_reminded_once_a_day_by_a_link_to_their_one_task()
    {
        using var owner = await Visitor.SignInAsync(_host, "person-1");
        var page = await _secretariat.OpenAsync(Path);
        page.Text.ShouldContain("0 af 1 har givet status");
        page.Text.ShouldContain("Ikke givet endnu");
        page.Text.ShouldContain("Afventes");
        page.Text.ShouldNotContain("Mangler status");

        (await _secretariat.SendAsync(page, $"{Path}/paamindelse", "paamind", [])).Location.ShouldBe($"{Path}?done=Reminded");
        (await _secretariat.SendAsync(await _secretariat.OpenAsync(Path), $"{Path}/paamindelse", "paamind", [])).Location.ShouldBe($"{Path}?done=RemindedAlready");

        (await MailsAsync()).ShouldBe(1L);
        (await _host.ScalarAsync("SELECT count(*) FROM task_links WHERE person_id = 'person-1' AND initiative = 'initiative/handleplan-2023/10'")).ShouldBe(1L);
    }

    [Fact]
    public async Task Whoever_has_no_address_is_told_of_and_gets_no_mail()
    {
        await using (var connection = await _host.Services.GetRequiredService<EventStoreDataSources>().System.OpenConnectionAsync(TestContext.Current.CancellationToken))
        await using (var batch = new NpgsqlBatch(connection) { BatchCommands = { PeopleRegister.Recording(new("person-1", Midt.Cluster, "Uden mail", null, null, null, "da", [])) } })
            await batch.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        (await _secretariat.SendAsync(await _secretariat.OpenAsync(Path), $"{Path}/paamindelse", "paamind", [])).Location.ShouldBe($"{Path}?done=RemindedSome");
        (await MailsAsync()).ShouldBe(0L);
    }

    [Fact]
    public async Task A_round_that_has_not_opened_reminds_nobody()
    {
        _host.Clock.Now = new(2023, 5, 16, 9, 0, 0, TimeSpan.Zero);
        var page = await _secretariat.OpenAsync(Path);

        page.Html.ShouldNotContain("paamindelse");
        (await _secretariat.SendAsync(page, $"{Path}/paamindelse", "paamind", [])).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await MailsAsync()).ShouldBe(0L);
    }

    [Fact]
    public async Task A_move_that_takes_away_the_round_is_made_on_the_second_press_only()
    {
        const string form = "/sekretariat/kalender/chefforum-2023-08-30";
        var asked = await _secretariat.SendAsync(await _secretariat.OpenAsync(form), form, "gem", new() { ["on"] = "2023-08-20", ["reason"] = "Ferie" });

        asked.Status.ShouldBe(HttpStatusCode.OK);
        asked.Text.ShouldContain("Den nye dag, søn. 20. aug. 2023, er i en weekend.");
        asked.Text.ShouldContain("Fristen for status ville være tors. 10. aug. 2023, og den dag er gået.");
        asked.Text.ShouldContain("Den ene status, der endnu ikke er givet, bortfalder.");
        asked.Text.ShouldContain("Rapporten skulle laves fre. 11. aug. 2023, og den dag er gået.");
        asked.Html.ShouldContain("value=\"Ferie\"");
        (await MeetsOnAsync()).ShouldBe("2023-08-30");

        // Another day has other effects, of which nothing has been said.
        var again = await _secretariat.SendAsync(asked, form, "gem", new() { ["on"] = "2023-08-19", ["reason"] = "Ferie", ["confirmed"] = "2023-08-20" });
        again.Text.ShouldContain("Flyt alligevel");
        (await _secretariat.SendAsync(again, form, "gem", new() { ["on"] = "2023-08-19", ["reason"] = "Ferie", ["confirmed"] = "2023-08-19" })).Location.ShouldBe("/sekretariat/kalender?done=MeetingChanged");
        (await MeetsOnAsync()).ShouldBe("2023-08-19");
    }

    private async Task<string?> MeetsOnAsync() =>
        (await _secretariat.AskAsync("GET", $"/api/v1/clusters/{Midt.Cluster}/meetings/chefforum-2023-08-30")).Json.GetProperty("on").GetString();

    [Fact]
    public async Task Who_has_not_posted_is_missing_from_the_day_after_the_deadline_only()
    {
        _host.Clock.Now = new(2023, 8, 18, 20, 0, 0, TimeSpan.Zero);
        (await _secretariat.OpenAsync(Path)).Text.ShouldNotContain("Mangler status");

        _host.Clock.Now = new(2023, 8, 19, 9, 0, 0, TimeSpan.Zero);
        (await _secretariat.OpenAsync(Path)).Text.ShouldContain("Mangler status");
    }

    [Fact]
    public async Task The_initiatives_next_step_follows_the_round()
    {
        const string initiative = "/indsatser/10";
        (await _secretariat.OpenAsync(initiative)).Text.ShouldContain("Projektejeren skal give status senest fre. 18. aug. 2023");

        using var owner = await Visitor.SignInAsync(_host, "person-1");
        (await _host.SendAsync("POST", $"{Midt.Initiatives}/10/statuses", Midt.Status(), "*")).Status.ShouldBe(201);
        (await _secretariat.OpenAsync(initiative)).Text.ShouldContain("Status er givet. Chefforum mødes ons. 30. aug. 2023");

        _host.Clock.Now = new(2023, 8, 31, 9, 0, 0, TimeSpan.Zero);
        (await _secretariat.OpenAsync(initiative)).Text.ShouldContain("Næste statusrunde åbner");
    }

    [Fact]
    public async Task A_meeting_set_too_late_for_a_round_says_so_on_the_front_page_and_that_its_pack_is_made_at_once()
    {
        await Midt.SendAsync(_host, Midt.Cluster, new CalendarWish(new MoveMeeting("chefforum-2023-08-30", new(2023, 8, 21), null, null)));

        (await _secretariat.OpenAsync("/")).Text.ShouldContain("Mødet er sat så sent, at ingen bliver bedt om status. Afvigelsesrapporten dannes straks.");
        (await _secretariat.OpenAsync("/moeder/chefforum-2023-08-30")).Text.ShouldContain("Afvigelsesrapporten dannes straks.");
        _host.Clock.Now = new(2023, 8, 18, 9, 0, 0, TimeSpan.Zero);
        (await _secretariat.OpenAsync("/")).Text.ShouldContain("Afvigelsesrapporten blev dannet ons. 16. aug. 2023.");
    }

    [Fact]
    public async Task A_cancelled_meeting_has_no_round_and_its_page_says_why()
    {
        await Midt.SendAsync(_host, Midt.Cluster, new CalendarWish(new CancelMeeting("chefforum-2023-08-30", "Ferie")));

        (await _secretariat.OpenAsync(Path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _secretariat.OpenAsync("/moeder/chefforum-2023-08-30")).Text.ShouldContain("Ferie");
    }
}
