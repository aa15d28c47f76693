using System.Text.Json.Nodes;

namespace Initiatives.Year.Cast;

/// <summary>What people send: the cluster's document as it was at first, terms, statuses.</summary>
internal static class Documents
{
    /// <summary>The sample document as it would have been before its year: the calendar as first set, and nothing approved or ended yet.</summary>
    public static string Of(Town town)
    {
        var document = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", town.File)))!.AsObject();
        document["plan"]!.AsObject().Remove("approvals");
        document.Remove("notCarried");
        foreach (var initiative in document["initiatives"]!.AsArray())
            initiative!.AsObject().Remove("closed");
        document["meetings"] = new JsonArray([.. town.Calendar.Select(m =>
        {
            var meeting = new JsonObject { ["forum"] = m.Forum, ["date"] = m.On.ToString("O", null) };
            if (m.Start is { } start)
                meeting["start"] = start.ToString("HH:mm", null);
            return (JsonNode)meeting;
        })]);
        return document.ToJsonString();
    }

    public static object Terms(Work work, int revision) => new
    {
        deliverable = "Et fælles forløb på tværs af sektorerne",
        frame = new { amount = 450000 },
        start = work.Submitted[0].AddMonths(2),
        end = new DateOnly(2024, 6, 30),
        resources = new[] { new { organisation = work.Organisation, text = "0,5 årsværk" } },
        indicators = new[] { new { id = "kontakter", name = "Akutte kontakter pr. borger pr. kvartal", unit = "antal", baseline = 4.1m, target = 3.0m, direction = "down" } },
        patientInvolvement = new { relevant = true, text = "Patientinddragelsesudvalget læser forløbsbeskrivelsen" },
        reason = revision == 1 ? null : "Indikatorerne er gjort målbare",
    };

    public static object Status(string light, int number, string decisionFrom, DateOnly decisionBy) => new Dictionary<string, object?>
    {
        ["light"] = light,
        ["dimensions"] = new { time = light, economy = "green", resources = "green", deliverable = "green" },
        ["progress"] = number % 2 == 0 ? "De første borgere er i forløb" : "Arbejdsgruppen har afsluttet sin kortlægning",
        ["nextStep"] = "Evaluering i næste måned",
        ["patientInvolvement"] = new { relevant = true, text = "Drøftet med Patientinddragelsesudvalget" },
        ["deviation"] = light == "green" ? null : new
        {
            cause = "Stillingen som koordinator er ubesat",
            consequence = "Opstarten i to kommuner forsinkes",
            options = "Vikar eller senere start",
            remedy = "Vikar fra næste måned",
            decisionWanted = light == "red" ? "Midler til en vikar i tre måneder" : null,
            decisionFrom = light == "red" ? decisionFrom : null,
            decisionBy = light == "red" ? decisionBy : (DateOnly?)null,
        },
    };

    public static string Danish(string light) => light switch { "green" => "grøn", "yellow" => "gul", _ => "rød" };
}
