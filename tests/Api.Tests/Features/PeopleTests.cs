using Initiatives.Api.Features.Drafts;
using Initiatives.Api.Features.People;
using Initiatives.Api.Platform.Reading;
using Initiatives.Api.SignIn;
using Initiatives.Api.Tests.Pages;
using Initiatives.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Initiatives.Api.Tests.Features;

/// <summary>The register of people over the API.</summary>
public sealed class PeopleTests
{
    private const string People = $"/api/v1/clusters/{Midt.Cluster}/people";

    private static readonly object Owner = new
    {
        name = "Projektejer, indsats 10",
        mail = "projektejer@example.org",
        title = "sundhedschef",
        organisation = "aalborg",
        seats = new[] { new { forum = "chefforum", role = "member" } },
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Somebody_is_added_read_changed_and_listed_and_each_change_has_a_version()
    {
        await using var host = await Midt.StartAsync();
        var added = await host.SendAsync("PUT", $"{People}/person-1", Owner);
        (added.Status, added.ETag).ShouldBe((201, "\"1\""), added.Text);
        added.Response.Headers.Location!.ToString().ShouldBe($"{People}/person-1");
        (await host.SendAsync("PUT", $"{People}/person-1", Owner)).ETag.ShouldBe("\"1\"", "it stood so already");

        var renamed = await host.SendAsync("PUT", $"{People}/person-1", new { name = "Ny projektejer", language = "en" }, added.ETag);
        (renamed.Status, renamed.ETag).ShouldBe((200, "\"2\""), renamed.Text);
        var stale = await host.SendAsync("PUT", $"{People}/person-1", Owner, added.ETag);
        (stale.Status, stale.Code).ShouldBe((412, "stale"));

        var read = await host.SendAsync("GET", $"{People}/person-1");
        read.Json.GetProperty("name").GetString().ShouldBe("Ny projektejer");
        read.Json.GetProperty("seats").GetArrayLength().ShouldBe(0);
        (await host.SendAsync("GET", People)).Json.GetProperty("people").EnumerateArray().Select(p => p.GetProperty("id").GetString()).ShouldBe(["person-1"]);
        (await host.SendAsync("GET", $"{People}/person-2")).Code.ShouldBe("person-unknown");
        (await host.SendAsync("PUT", "/api/v1/clusters/nowhere/people/person-1", Owner)).Code.ShouldBe("cluster-unknown");
    }

    [Fact]
    public async Task A_person_who_is_forgotten_leaves_the_history_whole_with_a_former_member_in_it()
    {
        await using var host = await Midt.StartAsync();
        await Midt.StartedAsync(host);
        await host.SendAsync("PUT", $"{People}/person-1", Owner);
        (await NameAsync(host)).ShouldBe("Projektejer, indsats 10");
        var facts = await host.CountEventsAsync();

        var forgotten = await host.SendAsync("DELETE", $"{People}/person-1");
        forgotten.Status.ShouldBe(200, forgotten.Text);
        forgotten.Text.ShouldBe("""{"id":"person-1","forgotten":true,"name":null,"mail":null,"title":null,"organisation":null,"language":"da","seats":[],"roles":[],"deputies":[]}""");
        (await host.SendAsync("DELETE", $"{People}/person-1")).Text.ShouldBe(forgotten.Text);

        (await NameAsync(host)).ShouldBe("tidligere medlem");
        (await host.CountEventsAsync()).ShouldBe(facts);
        (await host.ScalarAsync("SELECT concat_ws('|', name, mail, title, organisation, seats, roles, deputies) FROM people WHERE id = 'person-1'")).ShouldBe("|[]|[]|[]");
        var again = await host.SendAsync("PUT", $"{People}/person-1", Owner);
        (again.Status, again.Code).ShouldBe((409, "person-forgotten"));
        (await host.SendAsync("DELETE", $"{People}/person-9")).Code.ShouldBe("person-unknown");
    }

    [Fact]
    public async Task What_is_amiss_is_told_with_its_place_and_nothing_is_written()
    {
        await using var host = await Midt.StartAsync();
        var refused = await host.SendAsync("PUT", $"{People}/person-1", new { name = "Projektejer", mail = "nobody", organisation = "plo", seats = new[] { new { forum = "udvalget", role = "chair" } } });
        refused.Status.ShouldBe(409);
        refused.Paths.ShouldBe(["$.mail", "$.organisation", "$.seats[0].forum"]);
        (await host.SendAsync("PUT", $"{People}/person-1", new { mail = "a@example.org" })).Code.ShouldBe("field-missing");
        (await host.ScalarAsync("SELECT count(*) FROM people")).ShouldBe(0L);
    }

    [Fact]
    public async Task Sent_again_under_its_key_it_is_answered_as_the_first_time()
    {
        await using var host = await Midt.StartAsync();
        var added = await host.SendAsync("PUT", $"{People}/person-1", Owner, key: "key-1");
        var again = await host.SendAsync("PUT", $"{People}/person-1", Owner, key: "key-1");
        (again.Status, again.Text, again.ETag).ShouldBe((201, added.Text, added.ETag));
    }

    [Fact]
    public async Task Each_change_of_the_register_counts_up_in_its_transaction_and_is_told_to_every_node()
    {
        await using var host = await Midt.StartAsync();
        await Midt.SetUpAsync(host, "nordjylland-syd", "Sundhedsklynge Syd");
        var register = host.Services.GetRequiredService<PeopleRegister>();
        await using var elsewhere = new NpgsqlConnection(host.ConnectionString);
        await elsewhere.OpenAsync(Cancellation);
        var told = new List<string>();
        elsewhere.Notification += (_, word) => told.Add(word.Payload);
        await using (var listen = new NpgsqlCommand("LISTEN initiatives_log", elsewhere)) await listen.ExecuteNonQueryAsync(Cancellation);
        (await register.VersionAsync(Midt.Cluster, Cancellation)).ShouldBe(0);

        await host.SendAsync("PUT", $"{People}/person-1", Owner);
        await host.SendAsync("PUT", $"{People}/person-1", Owner);
        (await register.VersionAsync(Midt.Cluster, Cancellation)).ShouldBe(1, "the second said nothing new");
        await host.SendAsync("DELETE", $"{People}/person-1");
        (await register.VersionAsync(Midt.Cluster, Cancellation)).ShouldBe(2);
        (await register.VersionAsync("nordjylland-syd", Cancellation)).ShouldBe(0);

        while (told.Count(word => word == "0") < 2) await elsewhere.WaitAsync(Cancellation);
    }

    [Fact]
    public async Task Whoever_is_forgotten_over_the_API_leaves_no_link_no_draft_no_session_and_no_word_of_a_mail()
    {
        await using var host = await Midt.StartAsync();
        await Midt.StartedAsync(host);
        using var owner = await Visitor.SignInAsync(host, "person-1");
        var (links, sessions) = (host.Services.GetRequiredService<TaskLinks>(), host.Services.GetRequiredService<Sessions>());
        var secret = await links.MakeAsync(new(Midt.Cluster, "person-1", "initiative/handleplan-2023/10", "chefforum-2023-08-30", host.Clock.Now.AddDays(30)), Cancellation);
        await sessions.BeginAsync($"person-1@{Midt.Cluster}.invalid", "mail", "test", null, Cancellation);
        await host.Services.GetRequiredService<Drafts>().SaveAsync(new(Midt.Cluster, "person-1", "status", "initiative/handleplan-2023/10"), new Dictionary<string, string> { ["progress"] = "Halvvejs" }, Cancellation);
        await host.SendAsync("PUT", $"{People}/person-1", Owner, key: "put-1");
        (await host.ScalarAsync("SELECT count(*) FROM request_outcomes WHERE body LIKE '%projektejer@example.org%'")).ShouldBe(1L);

        (await host.SendAsync("DELETE", $"{People}/person-1")).Status.ShouldBe(200);

        (await links.FindAsync(secret, Cancellation)).ShouldBeNull();
        (await sessions.ListAsync("projektejer@example.org", Cancellation)).ShouldBeEmpty();
        (await host.ScalarAsync("SELECT count(*) FROM drafts")).ShouldBe(0L);
        (await host.ScalarAsync("SELECT count(*) FROM request_outcomes WHERE body LIKE '%projektejer@example.org%'")).ShouldBe(0L);
    }

    [Fact]
    public async Task An_address_is_one_persons_in_a_cluster()
    {
        await using var host = await Midt.StartAsync();
        await host.SendAsync("PUT", $"{People}/person-1", Owner);
        var second = await host.SendAsync("PUT", $"{People}/person-2", Owner);
        (second.Status, second.Code).ShouldBe((409, "mail-taken"), second.Text);
        (await host.SendAsync("GET", $"{People}/person-2")).Code.ShouldBe("person-unknown");
    }

    [Fact]
    public async Task A_page_that_shows_a_name_is_another_page_when_the_name_has_changed()
    {
        await using var host = await Midt.StartAsync();
        await Midt.StartedAsync(host);
        using var reader = await Visitor.SignInAsync(host, "en-laeser");
        await host.SendAsync("PUT", $"{People}/person-1", Owner);
        var tag = (await reader.OpenAsync("/indsatser/10")).ETag.ShouldNotBeNull();
        (await reader.OpenAsync("/indsatser/10")).ETag.ShouldBe(tag);
        await host.SendAsync("DELETE", $"{People}/person-1");
        await Eventually.HoldsAsync(async () => await reader.OpenAsync("/indsatser/10") is var page && page.ETag != tag && !page.Text.Contains("Projektejer, indsats 10", StringComparison.Ordinal));
    }

    private static async Task<string> NameAsync(ApiHost host) =>
        (await host.Services.GetRequiredService<ClusterReader>().ReadAsync(Midt.Cluster, cancellation: Cancellation))!.NameOf("person-1");
}
