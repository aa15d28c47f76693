using Initiatives.Domain;
using Initiatives.Reporting.Charts;
using Initiatives.Reporting.Record;

namespace Initiatives.Reporting.Packs;

/// <summary>What changed between the records that two editions were made from. A pure function of the two; in the reader's language.</summary>
/// <param name="Changes">By initiative, in the order of <see cref="ChangedWhat"/>; empty when nothing did.</param>
public sealed record EditionDifference(IReadOnlyList<EditionChange> Changes)
{
    /// <param name="language"><c>en</c>, otherwise Danish.</param>
    public static EditionDifference Between(ClusterRecord before, DateTimeOffset then, ClusterRecord after, DateTimeOffset now, string language)
    {
        var (old, young) = (new Side(before, then, language), new Side(after, now, language));
        return new([.. young.Numbers.Union(old.Numbers).Order().SelectMany(number => Of(number, old, young))]);
    }

    private static IEnumerable<EditionChange> Of(int number, Side old, Side young)
    {
        var (before, after) = (old.Read(number), young.Read(number));
        var title = young.Title(number) ?? old.Title(number) ?? "";
        foreach (var key in after.Keys.Union(before.Keys))
        {
            var (was, stands) = (before.GetValueOrDefault(key), after.GetValueOrDefault(key));
            if (was != stands)
                yield return new(number, title, key.What, key.Name, was, stands);
        }
        foreach (var decision in young.Decisions(number, old.Known(number)))
            yield return new(number, title, ChangedWhat.Decision, null, null, decision);
    }

    /// <summary>One record on its edition's day.</summary>
    private sealed class Side(ClusterRecord record, DateTimeOffset at, string language)
    {
        private readonly PackMaterial _material = new(record, new PackOccasion(record.Cluster.ManagingForum?.Id ?? "", null, 1, null, at, ""));
        private readonly Wording _say = Wording.In(language);
        private readonly ChartWords _words = ChartWords.In(language);

        public IEnumerable<int> Numbers => _material.Rows.Select(r => r.Card.Number);

        public string? Title(int number) => Row(number)?.Card.Title;

        /// <summary>What is compared of an initiative, each in words; what there is nothing to say of is absent.</summary>
        public IReadOnlyDictionary<(ChangedWhat What, string? Name), string> Read(int number)
        {
            var said = new Dictionary<(ChangedWhat, string?), string>();
            if (Row(number) is not { } row)
                return said;
            var initiative = _material.Initiative(row);
            said[(ChangedWhat.Light, null)] = _words.State(row.Now.State);
            if (_material.Speaking(row) is { } status)
                said[(ChangedWhat.Status, null)] = FormattableString.Invariant($"{status.Number}, {_say.Date(status.On)}");
            if (initiative.Deviations.LastOrDefault(d => d.IsOpen) is { } open)
            {
                said[(ChangedWhat.Deviation, null)] = FormattableString.Invariant($"{open.Number}, {_say.Date(open.Since)}{(open.Track is { } track ? $": {In(Story.Track(track.Fact.Track))}" : "")}");
                if (open.Escalations.LastOrDefault() is { } escalation)
                    said[(ChangedWhat.Escalation, null)] = escalation.Decided is { } decided ? $"{_material.Name(decided.Fact.Forum)}: {In(Story.Answer(decided.Fact.Answer))}" : $"→ {_material.Name(escalation.AtForum)}";
            }
            if (PackMaterial.Terms(initiative) is { } terms)
            {
                if (terms.ForecastEnd is { } end)
                    said[(ChangedWhat.End, null)] = _say.Date(end);
                if (terms.ForecastCost is { } cost)
                    said[(ChangedWhat.Cost, null)] = _say.Money(cost);
            }
            foreach (var series in PackMaterial.Indicators(initiative).Where(s => s.Latest is not null))
                said[(ChangedWhat.Indicator, series.Indicator.Name)] = _say.Measured(series.Latest!.Value, series.Indicator.Unit);
            return said;
        }

        /// <summary>The places in the log of what it knows of an initiative.</summary>
        public IReadOnlySet<long> Known(int number) => Row(number) is { } row ? _material.Initiative(row).Events.Select(e => e.Stamp.Position).ToHashSet() : new HashSet<long>();

        /// <summary>What forums decided that the other did not know of, a sentence each.</summary>
        public IEnumerable<string> Decisions(int number, IReadOnlySet<long> known) => Row(number) is not { } row ? [] :
            _material.Initiative(row).Events.Where(e => !known.Contains(e.Stamp.Position) && DecisionLine.IsDecision(e.Fact)).Select(e => Story.Tell(e.Fact, Who, language));

        private string Who(string id) =>
            record.Cluster.Forum(id)?.Name ?? record.Cluster.Organisations.FirstOrDefault(o => o.Id == id)?.Name ?? (language == "en" ? "a named person" : "en navngiven person");

        private BoardRow? Row(int number) => _material.Rows.FirstOrDefault(r => r.Card.Number == number);

        private string In((string Danish, string English) words) => language == "en" ? words.English : words.Danish;
    }
}

/// <summary>One thing that is not as it was.</summary>
/// <param name="Name">Of the indicator; null for the rest.</param>
/// <param name="Before">Null when there was nothing.</param>
/// <param name="After">Null when there is nothing any more.</param>
public sealed record EditionChange(int Number, string Title, ChangedWhat What, string? Name, string? Before, string? After);

/// <summary>What two editions are compared by.</summary>
public enum ChangedWhat
{
    Light,
    Status,
    Deviation,
    Escalation,
    End,
    Cost,
    Indicator,
    Decision,
}
