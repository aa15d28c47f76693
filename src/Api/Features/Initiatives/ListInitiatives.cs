using System.ComponentModel;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;
using Initiatives.Reporting.Record;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Api.Features.Initiatives;

/// <summary>GET .../initiatives: a plan's initiatives by number, each with its state on the day.</summary>
internal static class ListInitiatives
{
    /// <param name="Next">Cursor of the next page; null on the last.</param>
    public sealed record Page(IReadOnlyList<Item> Initiatives, string? Next);

    /// <param name="ApprovedBy">The forums that have approved the revision under way.</param>
    public sealed record Item(
        string Plan,
        int Number,
        string Title,
        string FocusArea,
        IReadOnlyList<string> Partners,
        string? OwnerOrganisation,
        string? Owner,
        string? ProjectLead,
        string? Attention,
        Phase? Phase,
        BoardCell State,
        TermsSummary? First,
        TermsSummary? InForce,
        TermsSummary? Submitted,
        IReadOnlyList<string> ApprovedBy,
        Forecast? Forecast,
        int Replans,
        int OpenReservations);

    public static Task<IResult> Handle(
        [Description("Cluster id, e.g. nordjylland-midt.")] string cluster,
        [FromQuery, Description("Plan id; left out, the plan in hand.")] string? plan,
        AsOf asOf,
        Paging paging,
        Overviews overviews,
        HttpContext http) =>
        overviews.ShowAsync(http, cluster, plan, asOf, FormattableString.Invariant($"list-{paging.After}-{paging.Limit}"), seen =>
        {
            var board = new Domain.Board(seen.Calendar, seen.Cluster);
            var (page, next) = paging.Of(seen.Cards.OrderBy(c => c.Number), c => c.Number, newestFirst: false);
            return new Page([.. page.Select(c => Show(c, board.At(c.Track, seen.Day)))], next);
        });

    private static Item Show(InitiativeCard c, BoardCell state) => new(
        c.Plan, c.Number, c.Title, c.FocusArea, c.Partners, c.OwnerOrganisation, c.Owner, c.ProjectLead, c.Attention,
        c.Track.Phases is [.., var last] ? last.Phase : null, state, c.First, c.InForce, c.Submitted, c.ApprovedBy, c.Forecast, c.Replans, c.OpenReservations);
}
