using System.IO.Compression;
using System.Net;
using System.Xml.Linq;
using Initiatives.Api.Tests.Features;
using Initiatives.Api.Tests.Pages;
using Initiatives.Domain;

namespace Initiatives.Api.Tests.Agendas;

/// <summary>A meeting's material as a zip: to the forum's own and the secretariat, by page and API.</summary>
public sealed class MeetingMaterialTests
{
    private const string Meeting = "chefforum-2023-03-31";
    private const string Page = $"/moeder/{Meeting}";
    private const string Material = $"/api/v1/clusters/{Midt.Cluster}/meetings/{Meeting}/material.zip";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_forums_members_and_the_secretariat_take_it_home_and_others_do_not()
    {
        await using var host = await Midt.StartAsync();
        await Midt.OrderAsync(host, 10);
        (await host.SendAsync("POST", $"/api/v1/clusters/{Midt.Cluster}/editions", new { kind = "afvigelsesrapport" })).Status.ShouldBe(201);
        using var member = await Visitor.SignInAsync(host, "et-medlem", [new("chefforum", ForumRole.Member)]);
        using var director = await Visitor.SignInAsync(host, "en-direktoer", [new("direktoerforum", ForumRole.Chair)]);

        (await member.OpenAsync(Page)).Html.ShouldContain($"{Page}/materiale.zip");
        (await director.OpenAsync(Page)).Html.ShouldNotContain("materiale.zip");
        (await director.OpenAsync($"{Page}/materiale.zip")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await host.SendAsync("GET", Material.Replace(Meeting, "chefforum-1999-01-01", StringComparison.Ordinal))).Status.ShouldBe(404);

        using var answer = await host.Client.GetAsync(Material, Cancellation);
        ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.FileName).ShouldBe((200, "application/zip", $"moede-{Meeting}.zip"));
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(Cancellation));
        var names = zip.Entries.Select(e => e.FullName).ToList();
        foreach (var name in (string[])["indeks.xml", "moedemateriale-1.xsd", "dagsorden.html", "dagsorden.pdf", "dagsorden.docx", $"afvigelsesrapport-{Meeting}-udgave-1.pdf", $"afvigelsesrapport-{Meeting}-udgave-1.docx", $"afvigelsesrapport-{Meeting}-udgave-1.xlsx"])
            names.ShouldContain(name);
        using var index = zip.GetEntry("indeks.xml")!.Open();
        (await XDocument.LoadAsync(index, LoadOptions.None, Cancellation)).Descendants().Count(e => e.Name.LocalName == "fil").ShouldBe(names.Count - 2);
    }
}
