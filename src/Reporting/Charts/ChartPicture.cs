namespace Initiatives.Reporting.Charts;

/// <summary>A chart as a picture, for documents that cannot hold a drawing.</summary>
/// <param name="Png">The whole file.</param>
/// <param name="Width">In CSS pixels, as it stands on the page; the picture has three times as many.</param>
/// <param name="Height">In CSS pixels.</param>
internal sealed record ChartPicture(byte[] Png, double Width, double Height);
