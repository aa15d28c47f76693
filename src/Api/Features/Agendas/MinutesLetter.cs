using Initiatives.Api.Features.Packs;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Mail;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Agendas;

/// <summary>The approved minutes to one member: what was decided, item by item, and where to read them whole.</summary>
internal static class MinutesLetter
{
    public const string Kind = "minutes";

    /// <param name="cluster">Its name.</param>
    /// <param name="forum">Name of the forum that met.</param>
    /// <param name="decline">
    /// Where the reader, who does not sit in the forum and is told by the rule of distribution, may do without; null for the forum's own members.
    /// </param>
    public static Letter Of(string language, string cluster, string forum, Meeting meeting, IReadOnlyList<MinutesPoint> points, Uri? decline, Uri minutes)
    {
        var texts = Texts.In(language);
        var day = texts.Say.LongDate(meeting.On);
        // The words are the cluster's own. What nothing was said of is left out here and stands in the minutes.
        var said = points.Where(p => p.Text.Length > 0).ToList();
        return new Letter(texts.Language, cluster, texts["Mail.Minutes.Subject", Letter.OneLine(forum), day], texts[decline is null ? "Mail.Minutes.WhyOwn" : "Mail.Minutes.WhyRule", forum])
        {
            Paragraphs =
            [
                $"{texts["Mail.Minutes.About", forum, day]} {texts["Mail.Pack.Attached", texts[$"Pack.{PackKind.Decisions.Name}"]]}",
                .. said.Count == 0 ? Array.Empty<string>() : [texts["Mail.Minutes.Decided"]],
                .. said.Select(p => FormattableString.Invariant($"{p.Number}. {Letter.OneLine(p.Heading)}: {Running(p.Text)}")),
            ],
            Buttons = [new(texts["Mail.Minutes.Read"], minutes)],
            Unsubscribe = decline is null ? null : new(texts["Decline.Do"], decline),
        };
    }

    /// <summary>Line after line as one paragraph: a line that ends without a stop gets one.</summary>
    private static string Running(string text) => string.Join(
        ' ', text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Letter.OneLine).Where(line => line.Length > 0).Select(line => line[^1] is '.' or '?' or '!' or ':' or ')' ? line : $"{line}."));
}
