using System.Globalization;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Domain;
using Initiatives.Reporting;
using Initiatives.Reporting.Packs;
using Initiatives.Reporting.Record;

namespace Initiatives.Api.Features.Statuses;

/// <summary>What the page of a new status shows.</summary>
/// <param name="Corrects">The status that is corrected; null for a new one.</param>
/// <param name="Suggested">The light that the tolerances suggest for what stands in the form.</param>
/// <param name="Preview">As the managing forum will read it; null unless asked for.</param>
/// <param name="Since">What others did while it was written, newest last; empty unless that stopped the sending.</param>
public sealed record StatusFormView(
    Form Form,
    StatusSubject Subject,
    Status? Corrects,
    Suggestion Suggested,
    StatusPreview? Preview,
    IReadOnlyList<Meanwhile> Since)
{
    public Frame Frame => Form.Frame;

    public InitiativeRecord Record => Subject.Record;

    public DeliveryTerms Terms => Subject.State.Terms;

    /// <summary>What was said last, to write on from: not what is being corrected.</summary>
    public Status? Last => Corrects is null ? Record.Latest : null;

    /// <summary>One press: only for a whole new status, and while nothing has been written instead.</summary>
    public Status? Unchanged => Corrects is null && Subject.Draft is null && Preview is null && !Form.Errors.Any && Subject.MayReconfirm ? Record.Latest : null;

    /// <summary>The last reading of an indicator; null before the first.</summary>
    public IndicatorReading? LastReading(Indicator indicator) =>
        Record.Statuses.Where(s => s.Reconfirms is null && s.Number != Corrects?.Number).SelectMany(s => s.Content.Indicators).LastOrDefault(r => r.Indicator == indicator.Id);

    /// <summary>The forum that reads it.</summary>
    public string Reader => Subject.Cluster.ManagingForum?.Name ?? Frame.Texts.Say.NotStated;

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Subject.Cluster.TimeZone);

    /// <summary>
    /// Which text of this person's the service has: the draft, or what they posted last. A browser that kept a text when the
    /// connection was gone brings it up again only where the service has got nothing newer since.
    /// </summary>
    public string Newest
    {
        get
        {
            var posted = Record.Statuses.LastOrDefault(s => s.Stamp.Actor == Subject.Visit.Me.Id)?.Stamp.At;
            return (Subject.Draft?.Saved ?? posted) is { } at ? Tag(at) : "";
        }
    }

    internal static string Tag(DateTimeOffset at) => at.UtcTicks.ToString(CultureInfo.InvariantCulture);

    /// <summary>A status was given after the draft was saved, by whoever: its writer should know before sending it.</summary>
    public Status? PostedSinceDraft =>
        Subject.Draft is { } draft && Corrects is null && Record.Latest is { } latest && latest.Stamp.At > draft.Saved ? latest : null;
}
