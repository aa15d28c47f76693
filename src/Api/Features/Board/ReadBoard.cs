using System.ComponentModel;
using Initiatives.Api.Platform.Http;
using Initiatives.Api.Platform.Reading;
using Initiatives.Domain;
using Initiatives.Reporting.Record;
using Microsoft.AspNetCore.Mvc;
using Record = Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Board;

/// <summary>GET .../board: every initiative of a plan with its state now and at each of the last meetings; <c>?asOf=</c> replays any day.</summary>
internal static class ReadBoard
{
    private const int UsualColumns = 8, HighestColumns = 60;

    private static readonly Refusal ColumnsMalformed = new("columns-malformed",
        $"columns skal være et tal fra 1 til {HighestColumns}.", $"columns must be a number from 1 to {HighestColumns}.", "columns");

    /// <param name="Day">The day it is judged on.</param>
    /// <param name="Columns">Meetings of the managing forum, oldest first; the last may be ahead.</param>
    /// <param name="Counts">How many initiatives are in each state.</param>
    /// <param name="Changes">Whose state is another than the last meeting saw, worst first.</param>
    public sealed record View(
        string? Plan,
        string? Title,
        bool ExampleData,
        DateOnly Day,
        IReadOnlyList<Column> Columns,
        IReadOnlyDictionary<string, int> Counts,
        IReadOnlyList<Row> Rows,
        IReadOnlyList<Change> Changes);

    public sealed record Column(string Meeting, string Forum, DateOnly On);

    /// <param name="Now">The state on the day.</param>
    /// <param name="Cells">One per column.</param>
    /// <param name="First">First approved.</param>
    public sealed record Row(
        int Number,
        string Title,
        string FocusArea,
        string? OwnerOrganisation,
        string? Attention,
        BoardCell Now,
        IReadOnlyList<BoardCell> Cells,
        TermsSummary? First,
        TermsSummary? InForce,
        Forecast? Forecast,
        int Replans,
        IReadOnlyList<Record.OpenDeviation> OpenDeviations);

    public sealed record Change(int Number, BoardState Then, BoardState Now);

    public static async Task<IResult> Handle(
        [Description("Cluster id, e.g. nordjylland-midt.")] string cluster,
        [FromQuery, Description("Plan id; left out, the plan in hand.")] string? plan,
        [FromQuery, Description("How many meetings back; 8 unless told.")] int? columns,
        AsOf asOf,
        Overviews overviews,
        HttpContext http)
    {
        if (columns is < 1 or > HighestColumns) return Problems.Result(http, StatusCodes.Status400BadRequest, ColumnsMalformed);
        return await overviews.ShowAsync(http, cluster, plan, asOf, FormattableString.Invariant($"board-{columns}"), seen => Show(seen, columns ?? UsualColumns));
    }

    private static View Show(OverviewSeen seen, int columns)
    {
        var board = BoardView.Of(seen.Cluster, seen.Calendar, seen.Cards, seen.Day, columns);
        return new(
            seen.Plan.Exists ? seen.Plan.Id : null,
            seen.Plan.Exists ? seen.Plan.Title : null,
            seen.Cluster.ExampleData,
            board.Day,
            [.. board.Columns.Select(m => new Column(m.Id, m.Forum, m.On))],
            board.Counts.ToDictionary(c => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(c.Key.ToString()), c => c.Value),
            [.. board.Rows.Select(r => new Row(
                r.Card.Number, r.Card.Title, r.Card.FocusArea, r.Card.OwnerOrganisation, r.Card.Attention, r.Now, r.Cells,
                r.Card.First, r.Card.InForce, r.Card.Forecast, r.Card.Replans, r.Card.OpenDeviations))],
            [.. board.Changes().Select(c => new Change(c.Row.Card.Number, c.Then.State, c.Row.Now.State))]);
    }
}
