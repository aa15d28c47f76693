using System.Text.Json;
using System.Text.Json.Nodes;
using Initiatives.Domain;

namespace Initiatives.Api.Platform.Http;

/// <summary>One problem of each kind, as the API words it, for the OpenAPI document.</summary>
internal static class ProblemExamples
{
    private const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";

    public static JsonNode? Of(int status) => JsonSerializer.SerializeToNode(Problems.Of(status, [Broken(status)], "en", Trace), ApiJson.Options);

    private static Refusal Broken(int status) => status switch
    {
        400 => new("value-not-allowed", "Værdien i $.light skal være en af: green, yellow, red.", "The value of $.light must be one of: green, yellow, red.", "$.light"),
        401 => Faults.TokenMissing,
        403 => Faults.Forbidden,
        404 => Faults.Missing("initiative"),
        409 => InitiativeRefusals.RedNeedsDecision() with { Field = "$.deviation.decisionWanted" },
        412 => Faults.Stale(13),
        413 => Faults.BodyTooLarge(BodyLimit.Normal),
        415 => Faults.JsonExpected,
        422 => Faults.KeyReused,
        428 => Faults.IfMatchMissing,
        503 => Faults.DatabaseAway,
        _ => Faults.Bug,
    };
}
