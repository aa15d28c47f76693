using System.Globalization;
using Initiatives.Domain;
using Initiatives.Reporting;
using Initiatives.Reporting.Marks;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Packs;

/// <summary>
/// What statuses that came after an edition have changed in it, in words: the reason of the next. Of the edition's own round, and
/// corrections of whichever round. <see cref="Jobs.JobSchedule"/> asks the log for the same ones.
/// </summary>
internal static class LateStatuses
{
    /// <param name="then">The record that the edition was made from.</param>
    /// <param name="now">The record that the next one would be.</param>
    /// <param name="at">When that would be issued.</param>
    /// <returns>Null when none has come.</returns>
    public static string? Since(Edition edition, ClusterRecord then, ClusterRecord now, DateTimeOffset at)
    {
        var came = now.Initiatives.Where(i => i.Statuses.Any(s => s.Stamp.Position > edition.CutOff && (s.Round == edition.Meeting || s.Corrects is not null))).ToList();
        return came.Count == 0 ? null : $"Status kom efter forrige udgave: {Wording.InDanish.List([.. came.Select(i => Change(i.Card))])}.";

        string Change(InitiativeCard card)
        {
            var before = then.Initiatives.FirstOrDefault(i => (i.Card.Plan, i.Card.Number) == (card.Plan, card.Number))?.Card;
            var (was, stands) = (before is null ? null : Word(then, before, edition.IssuedAt), Word(now, card, at));
            return string.Create(CultureInfo.InvariantCulture, $"indsats {card.Number} ({(was is null ? stands : was == stands ? $"fortsat {stands}" : $"fra {was} til {stands}")})");
        }
    }

    private static string Word(ClusterRecord record, InitiativeCard card, DateTimeOffset at) =>
        Mark.Of(new Domain.Board(record.Calendar, record.Cluster).At(card.Track, LocalInstant.Day(at, record.Cluster.TimeZone)).State).Word.ToLowerInvariant();
}
