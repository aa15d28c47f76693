using System.Text;

namespace Initiatives.Reporting.Charts;

/// <summary>
/// What a bar is filled with: a ground and lines on it, told apart in form and not only in colour, so that a grey print keeps them apart.
/// The lines are drawn one by one, each cut off at its bar. An SVG pattern would be shorter; a browser prints it as a picture the size
/// of the chart, and a page of charts then weighs five megabytes.
/// </summary>
internal sealed class Fill
{
    /// <summary>Where lines of a kind lie within a rectangle, as path data: left, top, right, bottom.</summary>
    private delegate void Ruling(StringBuilder path, double left, double top, double right, double bottom);

    private readonly string _ground;
    private readonly string _ink;
    private readonly double _width;
    private readonly Ruling? _ruling;
    private readonly string _ends;

    private Fill(string ground, string ink = "none", double width = 0, Ruling? ruling = null, string ends = "butt") =>
        (_ground, _ink, _width, _ruling, _ends) = (ground, ink, width, ruling, ends);

    public static Fill Red { get; } = new("#b80000");

    public static Fill Yellow { get; } = new("#ffd980", "#8a6500", 1.6, static (p, l, t, r, b) => Rising(p, l, t, r, b, 8));

    public static Fill Green { get; } = new("#b9ddb0", "#2e7d1e", 2, Dots, ends: "round");

    public static Fill Missing { get; } = new("#fff", "#454545", 0.9, static (p, l, t, r, b) =>
    {
        Rising(p, l, t, r, b, 8);
        Falling(p, l, t, r, b, 8);
    });

    public static Fill Other { get; } = new("#f0f0f0", "#a6a6a6", 0.8, Level);

    /// <summary>Terms as they were first approved: an outline.</summary>
    public static Fill FirstApproved { get; } = new("#fff");

    public static Fill InForce { get; } = new("#454545");

    /// <summary>What is expected, beside what is agreed.</summary>
    public static Fill Forecast { get; } = new("#e3eef8", "#6b9bc7", 0.8, static (p, l, t, r, b) => Rising(p, l, t, r, b, 6));

    /// <summary>A rectangle filled so, with an outline.</summary>
    public string Rectangle(double x, double y, double width, double height)
    {
        var box = $"M{Svg.At(x)} {Svg.At(y)}h{Svg.At(width)}v{Svg.At(height)}h-{Svg.At(width)}z";
        if (_ruling is null)
            return $"""<path d="{box}" fill="{_ground}" stroke="#1a1a1a" stroke-width=".75"/>""";
        var lines = new StringBuilder();
        // Half a line's width in, or its ends would stand out over the edge.
        var inset = _width / 2;
        _ruling(lines, x + inset, y + inset, x + width - inset, y + height - inset);
        return $"""<path d="{box}" fill="{_ground}" stroke="#1a1a1a" stroke-width=".75"/><path d="{lines}" fill="none" stroke="{_ink}" stroke-width="{Svg.At(_width)}" stroke-linecap="{_ends}"/>""";
    }

    // Rulings begin at the drawing's corner, not the bar's, so that neighbours' lines meet.
    private static double First(double from, double step) => Math.Ceiling(from / step) * step;

    private static void Rising(StringBuilder path, double left, double top, double right, double bottom, double step)
    {
        for (var c = First(left + top, step); c < right + bottom; c += step)
        {
            var (from, to) = (Math.Max(left, c - bottom), Math.Min(right, c - top));
            if (to > from) path.Append($"M{Svg.At(from)} {Svg.At(c - from)}L{Svg.At(to)} {Svg.At(c - to)}");
        }
    }

    private static void Falling(StringBuilder path, double left, double top, double right, double bottom, double step)
    {
        for (var c = First(top - right, step); c < bottom - left; c += step)
        {
            var (from, to) = (Math.Max(left, top - c), Math.Min(right, bottom - c));
            if (to > from) path.Append($"M{Svg.At(from)} {Svg.At(from + c)}L{Svg.At(to)} {Svg.At(to + c)}");
        }
    }

    private static void Level(StringBuilder path, double left, double top, double right, double bottom)
    {
        for (var y = First(top - 2, 4) + 2; y < bottom; y += 4)
            path.Append($"M{Svg.At(left)} {Svg.At(y)}H{Svg.At(right)}");
    }

    /// <summary>Lines of no length with round ends, every other row between the dots of the last.</summary>
    private static void Dots(StringBuilder path, double left, double top, double right, double bottom)
    {
        for (var y = First(top - 2, 4) + 2; y <= bottom; y += 4)
        {
            var shift = (int)Math.Round((y - 2) / 4) % 2 == 0 ? 2 : 6;
            for (var x = First(left - shift, 8) + shift; x <= right; x += 8)
                path.Append($"M{Svg.At(x)} {Svg.At(y)}h0");
        }
    }
}
