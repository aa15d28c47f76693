using Initiatives.Api.Features.Shell;
using Initiatives.Reporting.Packs;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Mail;

/// <summary>
/// Brings a forum's members an edition of a pack: what is asked of them first, then the lights, and the whole of it attached. It comes
/// with the seat, and cannot be unsubscribed from. What is quoted from the pack stands in the pack's own language.
/// </summary>
internal static class PackLetter
{
    public const string Kind = "pack";

    /// <summary>Meetings beside the lights of now: as many as a phone's width holds.</summary>
    private const int MeetingsBefore = 3;

    /// <param name="Cluster">Its name.</param>
    /// <param name="Forum">Name of the forum that gets it.</param>
    /// <param name="Meeting">The meeting's day; null for a month's.</param>
    /// <param name="Month">A day of the month; counts where there is no meeting.</param>
    /// <param name="Why">Why there is another edition; null for the first.</param>
    /// <param name="Open">The edition's own page.</param>
    public sealed record Pack(string Cluster, string Forum, DateOnly? Meeting, DateOnly Month, int Edition, string? Why, Uri Open, PackDigest Digest)
    {
        /// <summary>The meeting is cancelled, and this is sent instead.</summary>
        public bool InsteadOfMeeting { get; init; }
    }


    public static Letter Of(string language, Pack pack)
    {
        var texts = Texts.In(language);
        var asked = pack.Digest.Decisions switch { 0 => texts["Mail.Pack.Asked.None"], 1 => texts["Mail.Pack.Asked.One"], var n => texts["Mail.Pack.Asked.Many", n] };
        var subject = pack.Meeting is { } meeting
            ? texts[pack.InsteadOfMeeting ? "Mail.Pack.Instead" : pack.Edition > 1 ? "Mail.Pack.MeetingAgain" : "Mail.Pack.Meeting", texts.Say.Weekday(meeting), pack.Forum, asked]
            : texts["Mail.Pack.Month", pack.Digest.Head.Kind, texts.Say.Month(pack.Month), asked];
        return new Letter(texts.Language, pack.Cluster, subject, texts["Mail.Pack.Why", pack.Forum])
        {
            Paragraphs =
            [
                .. pack.Edition > 1 ? new[] { texts["Mail.Pack.Again", pack.Edition, Letter.OneLine(pack.Why ?? "")] } : [],
                texts["Mail.Pack.Attached", pack.Digest.Head.Kind],
            ],
            Points = new(texts["Mail.Pack.Points", pack.Forum], [.. pack.Digest.Asked.Select(r => Letter.OneLine(r.Text))]),
            Buttons = [new(texts["Mail.Pack.Open"], pack.Open)],
            Lights = Lights(texts, pack.Digest.Matrix),
        };
    }

    private static LetterLights? Lights(Texts texts, LightMatrix? matrix)
    {
        if (matrix is null)
            return null;
        var before = Math.Min(MeetingsBefore, matrix.Columns.Count - 1);
        LetterLight[] rows =
        [
            .. from row in matrix.Rows
               where row.States[^1] is not null
               let now = row.States[^1]!.Value
               orderby BoardView.Severity(now), row.Number
               select new LetterLight(row.Number, row.Title, now) { Before = [.. row.States.SkipLast(1).TakeLast(before)] },
        ];
        return rows.Length == 0 ? null : new(texts["Mail.Pack.Lights"], rows) { Before = [.. matrix.Columns.SkipLast(1).TakeLast(before)] };
    }
}
