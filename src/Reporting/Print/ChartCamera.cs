using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Initiatives.Reporting.Charts;

namespace Initiatives.Reporting.Print;

/// <summary>
/// Takes pictures of a pack's charts, all in one start of the browser that prints: each is drawn as the page draws it, with the page's own
/// style and fonts, on a canvas, and the canvases are read back as PNG.
/// </summary>
public sealed partial class ChartCamera(ChromiumPrinter browser)
{
    /// <summary>Points of the picture to one CSS pixel: 288 to the inch, as sharp as paper shows.</summary>
    private const int Sharpness = 3;

    // A chart of our own, as markup in an image: nothing in it can run or fetch, whatever a person wrote in its title. What loads before the page's
    // load event is drawn by it.
    private static readonly string Script = $$"""
        const style = document.getElementById('page-style').textContent, symbols = document.querySelector('.mark-symbols'), xml = new XMLSerializer();
        for (const chart of document.querySelectorAll('.chart')) {
          const { width, height } = chart.getBoundingClientRect(), [w, h] = [Math.ceil(width), Math.ceil(height)], image = new Image(w, h);
          image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}"><foreignObject width="100%" height="100%"><body xmlns="http://www.w3.org/1999/xhtml" style="margin:0;padding:0;max-width:none"><style>${style.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</style>${symbols ? xml.serializeToString(symbols) : ''}${xml.serializeToString(chart)}</body></foreignObject></svg>`);
          document.body.append(image);
        }
        addEventListener('load', () => {
          document.body.textContent = [...document.images].map(image => {
            const canvas = document.createElement('canvas'), [w, h] = [image.width, image.height];
            [canvas.width, canvas.height] = [w * {{Sharpness}}, h * {{Sharpness}}];
            const context = canvas.getContext('2d');
            context.fillStyle = '#fff';
            context.fillRect(0, 0, canvas.width, canvas.height);
            context.drawImage(image, 0, 0, canvas.width, canvas.height);
            return `${w} ${h} ${canvas.toDataURL('image/png')}`;
          }).join('\n');
        });
        """;

    private static readonly string OnlyThis = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Script)));

    // The title stands beside the picture as text; the frame leaves room for what a chart draws outside its box.
    private const string Frame = ".chart { display: inline-block; margin: 0 !important; padding: 1px 10px 3px; background: #fff; font-size: 14px } .chart-title { display: none } .legend { max-width: 620px }";

    /// <summary>A picture of each, in the same order; null when the browser could not take them all.</summary>
    /// <param name="charts">Elements of class <c>chart</c>.</param>
    internal async Task<IReadOnlyList<ChartPicture>?> Take(IDocument page, IReadOnlyList<IElement> charts, CancellationToken cancellation)
    {
        if (charts.Count == 0)
            return [];
        var studio = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"""<!DOCTYPE html><html lang="da"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; script-src 'sha256-{OnlyThis}'"><style id="page-style">""")
            .AppendJoin('\n', page.QuerySelectorAll("head style").Select(s => s.TextContent)).Append(Frame)
            .Append("</style></head><body>").Append(page.QuerySelector(".mark-symbols")?.OuterHtml);
        foreach (var chart in charts)
            studio.Append("<div>").Append(chart.OuterHtml).Append("</div>");
        studio.Append("<script>").Append(Script).Append("</script></body></html>");

        if (await browser.Render(studio.ToString(), cancellation) is not { } drawn)
            return null;
        var pictures = Taken().Matches(drawn).Select(m => new ChartPicture(
            Convert.FromBase64String(m.Groups["png"].Value),
            double.Parse(m.Groups["width"].Value, CultureInfo.InvariantCulture),
            double.Parse(m.Groups["height"].Value, CultureInfo.InvariantCulture))).ToList();
        return pictures.Count == charts.Count ? pictures : null;
    }

    [GeneratedRegex("(?<width>[0-9]+) (?<height>[0-9]+) data:image/png;base64,(?<png>[A-Za-z0-9+/=]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Taken();
}
