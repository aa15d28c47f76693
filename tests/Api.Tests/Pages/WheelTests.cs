using System.Net;
using Initiatives.Api.Features.People;
using Initiatives.Api.SignIn;
using Initiatives.Api.Tests.Features;
using Initiatives.Domain;

namespace Initiatives.Api.Tests.Pages;

/// <summary>The yearly wheel from the secretariat's form to the agenda, and as a program keeps it.</summary>
public sealed class WheelTests : IAsyncLifetime
{
    private const string Wheel = $"/api/v1/clusters/{Midt.Cluster}/wheel";

    private ApiHost _host = null!;
    private Visitor _secretariat = null!;
    private Visitor _reader = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await Midt.StartAsync();
        _secretariat = await Visitor.SignInAsync(_host, "secretary", roles: [new(ClusterRoleKind.Secretariat)]);
        _reader = await Visitor.SignInAsync(_host, "reader");
    }

    public async ValueTask DisposeAsync()
    {
        _secretariat.Dispose();
        _reader.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task A_point_is_set_on_a_form_read_by_all_put_on_its_meetings_agenda_and_taken_off_again()
    {
        Dictionary<string, string> fields = new()
        {
            ["title"] = "Evaluering af patientinddragelse", ["forum"] = "chefforum", ["time"] = "Months", ["recommendation"] = "Det indstilles, at Chefforum drøfter evalueringen.", ["note"] = "",
        };
        var refused = await SendAsync("/sekretariat/aarshjul/nyt", fields);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.ErrorAt("felt-months-1").ShouldBe("Vælg enten en eller flere af årets måneder (1-12), årets første møde eller årets sidste møde.");

        fields["months.9"] = "ja";
        (await SendAsync("/sekretariat/aarshjul/nyt", fields)).Location.ShouldBe("/sekretariat/aarshjul?done=WheelPointSaved");

        var read = await _reader.OpenAsync("/sekretariat/aarshjul");
        read.Html.ShouldContain("Evaluering af patientinddragelse");
        read.Html.ShouldNotContain("Ret punktet");
        (await _reader.OpenAsync("/moeder/chefforum-2023-10-30")).Html.ShouldContain("Evaluering af patientinddragelse");
        (await _reader.OpenAsync("/moeder/chefforum-2023-08-30")).Html.ShouldNotContain("Evaluering af patientinddragelse");
        (await _reader.OpenAsync("/sekretariat/aarshjul/nyt")).Status.ShouldBe(HttpStatusCode.Forbidden);

        var form = await _secretariat.OpenAsync("/sekretariat/aarshjul/evaluering-af-patientinddragelse");
        form.Html.ShouldContain("name=\"months.9\" value=\"ja\" checked");
        (await _secretariat.SendAsync(form, "/sekretariat/aarshjul/evaluering-af-patientinddragelse/fjern", "fjern", fields)).Location.ShouldBe("/sekretariat/aarshjul?done=WheelPointRemoved");
        (await _reader.OpenAsync("/sekretariat/aarshjul")).Html.ShouldNotContain("Evaluering af patientinddragelse");
    }

    [Fact]
    public async Task A_program_keeps_the_wheel_and_sees_when_a_point_comes_next()
    {
        object body = new { title = "Mødeplan", forum = "direktoerforum", time = "LastMeeting", recommendation = "Det indstilles, at Direktørforum godkender mødeplanen." };
        (await _secretariat.AskAsync("PUT", $"{Wheel}/moedeplan", body, "*")).Status.ShouldBe(200);

        var point = (await _reader.AskAsync("GET", Wheel)).Json.GetProperty("points")[0];
        point.GetProperty("id").GetString().ShouldBe("moedeplan");
        point.GetProperty("nextMeeting").GetString().ShouldBe("direktoerforum-2023-12-18");

        (await _secretariat.AskAsync("DELETE", $"{Wheel}/moedeplan", ifMatch: "*")).Status.ShouldBe(200);
        (await _reader.AskAsync("GET", Wheel)).Json.GetProperty("points").GetArrayLength().ShouldBe(0);
    }

    private async Task<Page> SendAsync(string path, Dictionary<string, string> fields) => await _secretariat.SendAsync(await _secretariat.OpenAsync(path), path, "gem", fields);
}
