using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Initiatives.Api.Tests.Features;

/// <summary>Sundhedsklynge Midt as its minutes have it: the chain Chefforum, Direktørforum, Politisk Niveau, and the plan of 2023.</summary>
internal static class Midt
{
    public const string Cluster = "nordjylland-midt";

    public const string Plan = "handleplan-2023";

    public const string Initiatives = $"/api/v1/clusters/{Cluster}/initiatives";

    /// <summary>Noon on the day the political level ordered the plan.</summary>
    public static readonly DateTimeOffset OrderDay = new(2023, 3, 13, 11, 0, 0, TimeSpan.Zero);

    public static Task<ApiHost> StartAsync(params string[] settings) => StartAsync(static _ => { }, settings);

    /// <param name="and">What the test puts in besides, or instead.</param>
    /// <param name="settings">Words of the form <c>--NAME=value</c>.</param>
    public static async Task<ApiHost> StartAsync(Action<IServiceCollection> and, params string[] settings)
    {
        var host = await ApiHost.StartAsync(OrderDay, and, settings);
        await SetUpAsync(host, Cluster, "Sundhedsklynge Midt");
        return host;
    }

    public static async Task SetUpAsync(ApiHost host, string cluster, string name)
    {
        await SendAsync(host, cluster, new ClusterWish(new RegisterCluster(cluster, name, "Region Nordjylland"), Creates: true));
        await SendAsync(host, cluster,
            new ClusterWish(new RecordOrganisation("region", "Region Nordjylland", "region")),
            new ClusterWish(new RecordOrganisation("aalborg", "Aalborg Kommune", "municipality")),
            new ClusterWish(new RecordOrganisation("jammerbugt", "Jammerbugt Kommune", "municipality")),
            new ClusterWish(new RecordOrganisation("auh", "Aalborg Universitetshospital", "hospital")),
            new ClusterWish(new ConfigureForums(
            [
                new("chefforum", "Chefforum", [ForumDuty.ApproveConfirmation, ForumDuty.ManageDeviations], "direktoerforum"),
                new("direktoerforum", "Direktørforum", [ForumDuty.ApproveConfirmation, ForumDuty.DecideEscalations], "politisk-niveau"),
                new("politisk-niveau", "Politisk Niveau", [ForumDuty.PlaceOrders]),
            ])));
        await SendAsync(host, cluster, new PlanWish(Plan, new DrawUpPlan(Plan, "Handleplan for Sundhedsklynge Midt", new(2022, 9, 20), new(2023, 12, 31),
            [new("mental", "Mental sundhed"), new("oevrige", "Øvrige")]), Creates: true));
        foreach (var (forum, on) in new[]
        {
            ("chefforum", new DateOnly(2023, 3, 31)), ("direktoerforum", new(2023, 4, 17)), ("chefforum", new(2023, 8, 30)),
            ("direktoerforum", new(2023, 10, 2)), ("chefforum", new(2023, 10, 30)), ("chefforum", new(2023, 11, 27)), ("direktoerforum", new(2023, 12, 18)),
        })
            await SendAsync(host, cluster, new CalendarWish(new ScheduleMeeting(forum, on)));
    }

    public static async Task<Outcome> SendAsync(ApiHost host, string cluster, params Wish[] wishes)
    {
        var outcome = await host.Services.GetRequiredService<IMediator>().Send(new Change(new CommandContext(cluster, "secretariat", host.Clock.Now), wishes));
        return outcome.ShouldBeOfType<Outcome.Accepted>(outcome.ToString());
    }

    public static Task<Answer> OrderAsync(ApiHost host, int number, string cluster = Cluster) => host.SendAsync("POST", $"/api/v1/clusters/{cluster}/initiatives", new
    {
        forum = "politisk-niveau",
        number,
        title = "Systematisk indsats for de 2 % mest komplekse borgere",
        focusArea = "oevrige",
        order = "Borgere med mange sygehuskontakter. Tværsektorielt sigte.",
        partners = new[] { "aalborg", "auh" },
    });

    /// <summary>Terms that answer an order with everything the forums ask for.</summary>
    public static object Terms(string end = "2023-12-31", decimal amount = 450000, string? reason = null) => new
    {
        deliverable = "Et fælles forløb for borgere med mange kontakter",
        frame = new { amount },
        start = "2023-05-01",
        end,
        resources = new[] { new { organisation = "aalborg", text = "0,5 årsværk" } },
        indicators = new[] { new { id = "kontakter", name = "Akutte kontakter pr. borger pr. kvartal", unit = "antal", baseline = 4.1m, target = 3.0m, direction = "down" } },
        patientInvolvement = new { relevant = true, text = "Patientinddragelsesudvalget læser med" },
        reason,
    };

    /// <summary>A status as an owner posts it; other lights than green carry their account.</summary>
    public static Dictionary<string, object?> Status(string light = "green") => new()
    {
        ["light"] = light,
        ["dimensions"] = new { time = light, economy = "green", resources = "green", deliverable = "green" },
        ["progress"] = "Første fem borgere er med",
        ["nextStep"] = "Evaluering i næste måned",
        ["patientInvolvement"] = new { relevant = true, text = "Drøftet med udvalget" },
        ["deviation"] = light == "green" ? null : new
        {
            cause = "Én stilling er ubesat",
            consequence = "Opstarten forsinkes",
            options = "Vikar eller senere start",
            remedy = "Vikar fra september",
            decisionWanted = light == "red" ? "Midler til en vikar" : null,
            decisionFrom = light == "red" ? "direktoerforum" : null,
            decisionBy = light == "red" ? "2023-10-02" : null,
        },
    };

    /// <summary>Orders an initiative and takes it through the chain to its start; the clock ends on 1 May 2023.</summary>
    /// <returns>Its ETag.</returns>
    public static async Task<string> StartedAsync(ApiHost host, int number = 10, string cluster = Cluster)
    {
        var at = $"/api/v1/clusters/{cluster}/initiatives/{number}";
        var answer = await OrderAsync(host, number, cluster);
        async Task StepAsync(string method, string path, object body)
        {
            answer = await host.SendAsync(method, at + path, body, answer.ETag);
            answer.Status.ShouldBeOneOf([200, 201], answer.Text);
        }

        await StepAsync("PUT", "/ownership", new { organisation = "aalborg", owner = "person-1", projectLead = "person-2" });
        await StepAsync("PUT", "/confirmations/1", Terms());
        host.Clock.Now = new(2023, 3, 31, 12, 0, 0, TimeSpan.Zero);
        await StepAsync("PUT", "/confirmations/1/approvals/chefforum", new { outcome = "approved", meeting = "chefforum-2023-03-31" });
        host.Clock.Now = new(2023, 4, 17, 12, 0, 0, TimeSpan.Zero);
        await StepAsync("PUT", "/confirmations/1/approvals/direktoerforum", new { outcome = "approved", meeting = "direktoerforum-2023-04-17" });
        host.Clock.Now = new(2023, 5, 1, 8, 0, 0, TimeSpan.Zero);
        await StepAsync("PUT", "/start", new { workingGroup = new[] { new { person = "person-3", organisation = "auh" } } });
        return answer.ETag;
    }
}
