using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Clusters;

/// <summary>PUT /clusters/{cluster}/wheel/{point}: comes back on the forum's agenda every year, from now on.</summary>
internal static class SetWheelPoint
{
    /// <param name="Time">Months, FirstMeeting or LastMeeting.</param>
    /// <param name="Months">1 to 12, when it comes by months.</param>
    /// <param name="Recommendation">The whole sentence, "Det indstilles, at ...".</param>
    public sealed record Body(string Title, string Forum, WheelTime Time, string Recommendation, IReadOnlyList<int>? Months = null, string? Note = null);

    public static readonly Body Example = new(
        "Evaluering af patientinddragelse", "chefforum", WheelTime.Months, "Det indstilles, at Chefforum drøfter evalueringen af patientinddragelsen.", [3, 9], "Indsatsernes egne svar samles af sekretariatet.");

    public static Task<IResult> Handle(string point, Body body, Desk desk) =>
        desk.ChangeAsync(new ClusterWish(new Domain.SetWheelPoint(point, body.Title, body.Forum, body.Time, body.Months ?? [], body.Recommendation, body.Note)));
}
