using System.Globalization;
using System.Text;
using Initiatives.Year.Expected;

namespace Initiatives.Year.Seen;

/// <summary>The year as it had to be against the year as it was, as sets.</summary>
/// <param name="Pairs">Each mail that was to come, with the one that came.</param>
/// <param name="Missing">What did not come, in words.</param>
/// <param name="Extra">What came and was not to come.</param>
/// <param name="Twice">Mails that came again under another Message-ID, or again though nothing had gone wrong.</param>
/// <param name="Repeats">Hand-overs that were repeated, after a crash in their very moment, under the same Message-ID.</param>
/// <param name="Wrong">What is not as it should be about what came.</param>
internal sealed record Comparison(
    int Expected, int Seen, IReadOnlyDictionary<SeenMail, ExpectedMail> Pairs, IReadOnlyList<string> Missing, IReadOnlyList<string> Extra, int Twice, int Repeats, IReadOnlyList<string> Wrong)
{
    public bool IsWhole => Missing.Count == 0 && Extra.Count == 0 && Twice == 0 && Wrong.Count == 0;

    /// <param name="latest">Until when something due at an instant may come; the instant itself when nothing goes wrong.</param>
    /// <param name="noted">What people saw to be wrong.</param>
    /// <param name="mayRepeat">A node was killed: a mail may come again under its Message-ID.</param>
    public static Comparison Of(Expectation expected, Record record, Func<DateTimeOffset, DateTimeOffset> latest, IEnumerable<string> noted, bool mayRepeat)
    {
        var (missing, extra, wrong) = (new List<string>(), new List<string>(), noted.ToList());
        var repeated = record.Mails.GroupBy(m => m.MessageId).SelectMany(g => g.Skip(1)).ToHashSet();
        foreach (var again in repeated.Where(r => record.Mails.First(m => m.MessageId == r.MessageId).To != r.To))
            wrong.Add($"{again.MessageId} names two mails");

        var waiting = record.Mails.Where(m => !repeated.Contains(m)).GroupBy(m => m.To).ToDictionary(g => g.Key, g => g.OrderBy(m => m.At).ToList());
        var pairs = new Dictionary<SeenMail, ExpectedMail>();
        foreach (var mail in expected.Mails.OrderBy(m => m.At))
        {
            var came = waiting.GetValueOrDefault(mail.To)?.Find(m => m.At >= mail.At && m.At <= latest(mail.At) && Says(m, mail));
            if (came is null)
            {
                missing.Add($"{Hour(mail.At)} {mail.Kind} to {mail.To}: {mail.Subject ?? "(English)"}");
                continue;
            }
            waiting[mail.To].Remove(came);
            pairs.Add(came, mail);
            wrong.AddRange(Faults(came, mail));
        }
        extra.AddRange(waiting.Values.SelectMany(w => w).Select(m => $"{Hour(m.At)} mail to {m.To}: {m.Subject}"));

        Match(expected.Editions, record.Editions, e => e.At, e => $"{e.Town} {e.Id}", "edition");
        Match(expected.Rounds, record.Rounds, r => r.At, r => $"{r.Town} {r.Meeting} {(r.Opened ? "opened" : "closed")} [{r.Numbers}]", "round");
        return new(
            expected.Count, record.Mails.Count - repeated.Count + record.Editions.Count + record.Rounds.Count, pairs, missing, extra, mayRepeat ? 0 : repeated.Count, mayRepeat ? repeated.Count : 0, wrong);

        void Match<T>(IEnumerable<T> wanted, IEnumerable<T> came, Func<T, DateTimeOffset> at, Func<T, string> name, string what)
        {
            var left = came.ToList();
            foreach (var one in wanted)
            {
                var found = left.FindIndex(c => name(c) == name(one) && at(c) >= at(one) && at(c) <= latest(at(one)));
                if (found < 0)
                    missing.Add($"{Hour(at(one))} {what} {name(one)}");
                else
                    left.RemoveAt(found);
            }
            extra.AddRange(left.Select(c => $"{Hour(at(c))} {what} {name(c)}"));
        }
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (title, lines) in new[] { ("missing", Missing), ("not expected", Extra), ("wrong", Wrong) })
        {
            foreach (var line in lines)
                text.Append(title).Append(": ").AppendLine(line);
        }
        return text.Append(CultureInfo.InvariantCulture, $"{Expected} expected, {Seen} seen, {Missing.Count} missing, {Extra.Count + Twice} twice or not expected, {Wrong.Count} wrong, {Repeats} hand-over repeats").ToString();
    }

    private static bool Says(SeenMail came, ExpectedMail mail) =>
        (mail.Subject is null || came.Subject.StartsWith(mail.Subject, StringComparison.Ordinal))
        && Path.GetFileNameWithoutExtension(came.Read.Attachments.SingleOrDefault()?.Name) == mail.Attached;

    private static IEnumerable<string> Faults(SeenMail came, ExpectedMail mail)
    {
        if (came.Read.Defects.Count > 0)
            yield return $"{Hour(came.At)} mail to {mail.To}: {string.Join(", ", came.Read.Defects)}";
        if (came.Read.Plain.Length == 0 || came.Read.Html.Length == 0)
            yield return $"{Hour(came.At)} mail to {mail.To}: has not both plain text and HTML";
    }

    private static string Hour(DateTimeOffset at) => Almanac.Local(at).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
