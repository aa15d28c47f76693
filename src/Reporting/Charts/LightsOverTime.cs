using Initiatives.Domain;

namespace Initiatives.Reporting.Charts;

/// <summary>How many initiatives stood in each state at one meeting.</summary>
/// <param name="Label">Under the column: "30. okt. 23", or "Nu".</param>
/// <param name="Other">Not started, awaiting approval, paused, closed, withdrawn, carried over: the states without a light.</param>
public sealed record LightsAtMeeting(string Label, int Green, int Yellow, int Red, int Missing, int Other)
{
    public int Total => Green + Yellow + Red + Missing + Other;

    /// <summary>Counts the states of all initiatives at one meeting.</summary>
    public static LightsAtMeeting Count(string label, IEnumerable<BoardState> states)
    {
        int green = 0, yellow = 0, red = 0, missing = 0, other = 0;
        foreach (var state in states)
        {
            switch (state)
            {
                case BoardState.Green:
                    green++;
                    break;
                case BoardState.Yellow:
                    yellow++;
                    break;
                case BoardState.Red:
                    red++;
                    break;
                case BoardState.Missing:
                    missing++;
                    break;
                default:
                    other++;
                    break;
            }
        }

        return new(label, green, yellow, red, missing, other);
    }
}
