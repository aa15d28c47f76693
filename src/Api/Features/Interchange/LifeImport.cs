using Initiatives.Domain;

namespace Initiatives.Api.Features.Interchange;

/// <summary>A deed that is new here: where to read it again, and what was found out about it.</summary>
/// <param name="Entry">Its entry's place in the scan.</param>
/// <param name="Ordinal">Its place among the entry's deeds.</param>
/// <param name="At">When it happened; ascending within the stream.</param>
/// <param name="About">The number of the remedy or escalation it ends; 0 for none.</param>
internal readonly record struct NewDeed(int Entry, int Ordinal, int Initiative, DateTimeOffset At, int About);

/// <summary>
/// One initiative of the document beside what the cluster has recorded of it, purely: which deeds are known, which
/// are new, and whether the new ones can follow. Holds one initiative at a time.
/// </summary>
internal sealed class LifeImport(IReadOnlyList<string> chain, Problems problems, Tally tally)
{
    private readonly record struct Found(int Entry, int Ordinal, int Seat, EntryList List, Deed Deed);

    /// <param name="entries">The initiative's entries, each with its place in the scan and its deeds.</param>
    /// <returns>The new deeds in order, and how many facts they make.</returns>
    public (IReadOnlyList<NewDeed> New, int Facts) Take(int number, IReadOnlyList<(int Entry, EntryList List, IReadOnlyList<Deed> Deeds)> entries, RecordedLife recorded)
    {
        var found = new List<Found>();
        foreach (var (entry, list, deeds) in entries)
            for (var i = 0; i < deeds.Count; i++)
                found.Add(new(entry, i, found.Count, list, deeds[i]));

        var first = found.Count == 0 ? default : found.Min(f => f.Deed.At);
        var ordered = found
            // Nobody knows when it was ordered: then before anything else that is known of it.
            .Select(f => f.Deed is { Fact: InitiativeOrdered, DayMatters: false } ? f with { Deed = f.Deed with { At = first } } : f)
            .OrderBy(f => f.Deed.At).ThenBy(f => f.Deed.Rank).ThenBy(f => f.Seat)
            .ToList();

        var numbers = new Dictionary<(int Entry, int Ordinal), int>();
        var keys = found.ToDictionary(f => (f.Entry, f.Ordinal), f => f.Deed.Fact is RemedyAgreed or EscalationRaised ? RecordedLife.Key(f.Deed) : default);
        var news = new List<Found>();
        foreach (var f in ordered)
        {
            var about = f.Deed.About < 0 ? default : keys[(f.Entry, f.Deed.About)];
            if (recorded.Holds(f.Deed, about, out var told))
                numbers[(f.Entry, f.Ordinal)] = told;
            else
                news.Add(f);
        }
        Count(entries, news);
        return Follow(number, news, numbers, keys, recorded);
    }

    private void Count(IReadOnlyList<(int Entry, EntryList List, IReadOnlyList<Deed> Deeds)> entries, List<Found> news)
    {
        var added = news.CountBy(f => f.Entry).ToDictionary();
        foreach (var (entry, list, deeds) in entries)
            tally.Count(list, deeds.Count - added.GetValueOrDefault(entry), added.GetValueOrDefault(entry));
    }

    private (IReadOnlyList<NewDeed>, int) Follow(
        int initiative, List<Found> news, Dictionary<(int, int), int> numbers, Dictionary<(int, int), UInt128> keys, RecordedLife recorded)
    {
        var state = recorded.State;
        var last = recorded.Last;
        var deeds = new List<NewDeed>(news.Count);
        var facts = 0;
        foreach (var (entry, ordinal, _, _, deed) in news)
        {
            if (Contradiction(deed, deed.About < 0 ? default : keys[(entry, deed.About)], recorded) is { } contradiction)
            {
                problems.Add(deed.Path, contradiction);
                continue;
            }
            var about = deed.About < 0 ? 0 : numbers.GetValueOrDefault((entry, deed.About));
            var decision = Telling.Tell(state, deed, chain, about);
            if (decision.IsRefused)
            {
                problems.Add(deed.Path, decision.Refusals[0]);
                continue;
            }
            // Several things on one day keep their order in the log by a millisecond each.
            var at = deed.At > last ? deed.At : last.AddMilliseconds(1);
            foreach (var fact in decision.Events)
            {
                state = Initiative.Evolve(state, fact);
                if (RecordedLife.NumberOf(fact) is var told and > 0)
                    numbers[(entry, ordinal)] = told;
                last = at;
                at = at.AddMilliseconds(1);
                facts++;
            }
            deeds.Add(new(entry, ordinal, initiative, last.AddMilliseconds(1 - decision.Events.Count), about));
        }
        return (deeds, facts);
    }

    private static Refusal? Contradiction(Deed deed, UInt128 about, RecordedLife recorded) =>
        recorded.IsEmpty ? null
        : recorded.Contradicts(deed, about) ? ContentErrors.RewritesHistory(FormattableString.Invariant($"{deed.Day:yyyy-MM-dd}"))
        : deed.Day < recorded.LastDay ? ContentErrors.BeforeWhatIsRecorded(recorded.LastDay)
        : null;
}
