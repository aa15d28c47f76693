using System.Text.Json.Nodes;

namespace Initiatives.Api.Tests.Interchange;

/// <summary>Documents with a history.</summary>
internal static class History
{
    /// <summary>Sundhedsklynge Midt with the public format's own example (docs/interchange.md).</summary>
    public static JsonObject OfInitiative10()
    {
        var document = ImportDesk.Read("sundhedsklynge-midt");
        foreach (var (name, list) in JsonNode.Parse(Example)!.AsObject().ToList())
            document[name] = list!.DeepClone();
        return document;
    }

    private const string Example = """
        {
          "confirmations": [ { "initiative": 10, "revision": 1, "submitted": "2023-04-03", "deliverable": "Fælles plan for hver borger.",
            "frame": { "amount": 450000, "currency": "DKK" }, "start": "2023-05-01", "end": "2023-12-31",
            "resources": [ { "organisation": "aalborg", "text": "0,5 årsværk" } ],
            "indicators": [ { "id": "kontakter", "name": "Akutte kontakter pr. borger pr. kvartal", "unit": "antal", "baseline": 4.1, "target": 3.0, "direction": "down", "due": "2023-12-31" } ],
            "patientInvolvement": { "relevant": true, "text": "To borgere sidder med i arbejdsgruppen." },
            "approvals": [ { "forum": "chefforum", "date": "2023-03-31", "outcome": "approved-with-reservations", "reservations": ["Økonomien afklares"], "remarks": [] } ] } ],
          "statuses": [ { "initiative": 10, "date": "2023-08-18", "light": "yellow", "progress": "Første møde er holdt.", "nextStep": "Aftale om data.",
            "dimensions": { "time": "yellow", "economy": "green", "resources": "green", "deliverable": "green" },
            "deviation": { "cause": "Databehandleraftalen mangler.", "consequence": "Start udskydes.", "remedy": "Jurister mødes.", "decisionWanted": null },
            "forecast": { "end": "2024-02-29", "cost": 450000 }, "indicators": [ { "id": "kontakter", "value": 3.8, "measured": "2023-06-30" } ],
            "patientInvolvement": { "relevant": true, "text": "Borgerne har kommenteret planen." } } ],
          "remedies": [ { "initiative": 10, "agreed": "2023-08-30", "forum": "chefforum", "what": "Aftalen underskrives", "who": "aalborg", "due": "2023-10-15", "done": null } ],
          "escalations": [ { "initiative": 10, "from": "chefforum", "raised": "2023-08-30", "question": "Må data deles?", "recommendation": "Ja.", "decided": "2023-10-02", "decision": "Ja, inden for aftalen." } ]
        }
        """;
}
