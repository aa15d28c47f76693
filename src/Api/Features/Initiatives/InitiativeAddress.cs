using System.ComponentModel;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Api.Features.Initiatives;

/// <summary>Which initiative a request is about.</summary>
/// <remarks>Properties and no constructor: what ASP.NET writes at build for a constructor with a nullable string does not compile.</remarks>
internal sealed record InitiativeAddress
{
    [Description("Cluster id, e.g. nordjylland-midt.")]
    public required string Cluster { get; init; }

    [Description("The initiative's number in the plan.")]
    public required int Number { get; init; }

    [FromQuery, Description("Plan id; left out, the plan in hand.")]
    public string? Plan { get; init; }

    public InitiativeWish Wish(InitiativeCommand command) => new(Plan, Number, command);

    /// <summary>Where what a fact added is found, below the cluster.</summary>
    public string? Located(object fact) => fact switch
    {
        ConfirmationSubmitted e => Below($"confirmations/{e.Revision}"),
        StatusReported e => Below($"statuses/{e.Status}"),
        StatusReconfirmed e => Below($"statuses/{e.Status}"),
        OrderReservationAdded e => Below($"reservations/{e.Reservation}"),
        RemedyAgreed e => Below($"remedies/{e.Remedy}"),
        EscalationRaised e => Below($"escalations/{e.Escalation}"),
        _ => null,
    };

    private string Below(string path) => $"initiatives/{Number}/{path}{(Plan is null ? "" : $"?plan={Uri.EscapeDataString(Plan)}")}";
}
