using AngleSharp.Dom;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Initiatives.Reporting.Charts;
using Initiatives.Reporting.Office;
using A = DocumentFormat.OpenXml.Drawing;
using Pic = DocumentFormat.OpenXml.Drawing.Pictures;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Initiatives.Reporting.Word;

/// <summary>The charts of a pack as pictures, each with the text that stands for it.</summary>
internal sealed class WordPictures(MainDocumentPart part, IReadOnlyList<IElement> charts, IReadOnlyList<ChartPicture>? pictures)
{
    // A CSS pixel is 1/96 of an inch, and an inch 914,400 EMU.
    private const double Emu = 914_400 / 96.0;

    /// <summary>As wide as the text of an A4 page with 20 mm on each side, in EMU.</summary>
    private const double Widest = 170 / 25.4 * 914_400;

    private uint _drawn;

    /// <summary>What a chart says, as the page says it to whoever cannot see it.</summary>
    public static string Alternative(IElement chart) => InertText.Of((chart.QuerySelector("[role=img]") ?? chart).GetAttribute("aria-label") ?? "");

    /// <summary>The picture of a chart; null when none could be taken.</summary>
    public Run? Of(IElement chart)
    {
        if (pictures is null || Index(chart) is not (>= 0 and var index))
            return null;
        var picture = pictures[index];
        var number = ++_drawn;
        var id = FormattableString.Invariant($"chart{number}");
        var image = part.AddImagePart(ImagePartType.Png, id);
        using (var png = new MemoryStream(picture.Png, writable: false))
            image.FeedData(png);

        var scale = Math.Min(Emu, Widest / picture.Width);
        var (width, height) = ((long)(picture.Width * scale), (long)(picture.Height * scale));
        var (name, alternative) = (FormattableString.Invariant($"Diagram {number}"), Alternative(chart));
        return new Run(new Drawing(new Wp.Inline(
            new Wp.Extent { Cx = width, Cy = height },
            new Wp.EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
            new Wp.DocProperties { Id = number, Name = name, Description = alternative },
            new Wp.NonVisualGraphicFrameDrawingProperties(new A.GraphicFrameLocks { NoChangeAspect = true }),
            new A.Graphic(new A.GraphicData(new Pic.Picture(
                new Pic.NonVisualPictureProperties(new Pic.NonVisualDrawingProperties { Id = number, Name = name, Description = alternative }, new Pic.NonVisualPictureDrawingProperties()),
                new Pic.BlipFill(new A.Blip { Embed = id }, new A.Stretch(new A.FillRectangle())),
                new Pic.ShapeProperties(
                    new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = width, Cy = height }),
                    new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle })))
            { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" }))
        { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 }));
    }

    private int Index(IElement chart)
    {
        for (var i = 0; i < charts.Count; i++)
        {
            if (ReferenceEquals(charts[i], chart))
                return i;
        }
        return -1;
    }
}
