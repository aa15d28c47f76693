using static Initiatives.Domain.Tests.Meetings.Midt;

namespace Initiatives.Domain.Tests.Boards;

/// <summary>Tells a history: what happened on which day.</summary>
internal static class Tracks
{
    public static LightTrack Then(this LightTrack track, string on, InitiativeEvent @event) => LightTrack.Evolve(track, @event, Day(on));

    public static LightTrack Posted(
        this LightTrack track,
        string on,
        TrafficLight light,
        string? round,
        bool late = false,
        TrafficLight? suggested = null,
        int? corrects = null)
    {
        var content = new StatusContent(light, null, Dimensions.AllGreen, null, null, null, null, [], null);
        return track.Then(on, new StatusReported(track.Lights.Count + 1, Day(on), content, suggested, [], round, late, corrects));
    }
}
