using System.Text.Json;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Interchange;

/// <summary>
/// A document read once from end to end: every entry checked by itself, the cluster's frame held, and of the long lists only
/// where each entry stands. Memory grows by some fifty bytes per entry.
/// </summary>
/// <remarks>Longer than most files: a case for each list of the format, which belong side by side.</remarks>
internal sealed class Scan
{
    private readonly Problems _problems;
    private readonly EntryReader _reader;
    private readonly EntryRules _rules;
    private readonly HashSet<string> _fields = new(StringComparer.Ordinal);
    private bool _tooMany;

    public Scan(Problems problems, DateOnly today)
    {
        _problems = problems;
        _rules = new EntryRules(problems, today);
        _reader = new EntryReader(problems, Ids.Refer);
    }

    public DocumentIds Ids { get; } = new();

    public Held<ClusterEntry>? Cluster { get; private set; }

    public Held<PlanEntry>? Plan { get; private set; }

    public List<Held<PersonEntry>> People { get; } = [];

    public List<Held<OrganisationEntry>> Organisations { get; } = [];

    public List<Held<ForumEntry>> Forums { get; } = [];

    public List<Held<DistributionEntry>> Distribution { get; } = [];

    public List<Held<MeetingEntry>> Meetings { get; } = [];

    public List<Held<NotCarriedEntry>> NotCarried { get; } = [];

    /// <summary>Initiatives and their history, in the order of the file.</summary>
    public List<EntryRef> Life { get; } = [];

    public static string NameOf(EntryList list) => JsonNamingPolicy.CamelCase.ConvertName(list.ToString());

    /// <summary>Reads the whole file; what is wrong is left with the problems.</summary>
    /// <param name="progress">Told how many bytes have been read.</param>
    public void Read(Stream file, Action<long> progress)
    {
        using var document = new DocumentReader(file);
        try
        {
            while (document.Next(out var found))
            {
                Take(found);
                progress(document.Position);
            }
        }
        catch (UnreadableDocument unreadable)
        {
            _problems.Add(unreadable.Path, unreadable.Problem);
            return;
        }
        if (!_fields.Contains("format"))
            _problems.Add(JsonPath.Root["format"], ImportErrors.WrongFormat(null));
        if (!_fields.Contains("cluster"))
            _problems.Add(JsonPath.Root["cluster"], ImportErrors.Missing("cluster"));
        if (!_fields.Contains("plan") && Enum.GetValues<EntryList>().Any(l => l > EntryList.Plan && _fields.Contains(NameOf(l))))
            _problems.Add(JsonPath.Root["plan"], ContentErrors.PlanMissing());
    }

    private void Take(FoundEntry found)
    {
        // null says nothing, as if it were left out.
        if (found is { Index: < 0, Json.ValueKind: JsonValueKind.Null } && found.List != "format" && Enum.TryParse<EntryList>(found.List, ignoreCase: true, out _))
            return;
        if (found.Index <= 0 && !_fields.Add(found.List))
        {
            _problems.Add(JsonPath.Root[found.List], ImportErrors.FieldTwice(found.List));
            return;
        }
        if (found.List is "format" or "note")
            CheckHead(found);
        else if (!Enum.TryParse<EntryList>(found.List, ignoreCase: true, out var list) || NameOf(list) != found.List)
            Once(found, ImportErrors.UnknownField(found.List, ["format", "note", .. Enum.GetValues<EntryList>().Select(NameOf)]));
        else if (list is EntryList.Cluster or EntryList.Plan != found.Index < 0)
            Once(found, list is EntryList.Cluster or EntryList.Plan ? ImportErrors.NotAnObject() : ImportErrors.NotAList());
        else if (!found.IsEmptyList)
            Take(list, found);
    }

    private void CheckHead(FoundEntry found)
    {
        var text = found.Index < 0 && found.Json.ValueKind is JsonValueKind.String ? found.Json.GetString() : null;
        if (found.List == "format" && text != "initiatives/plan@1")
            Once(found, ImportErrors.WrongFormat(text is { Length: < 40 } ? text : "…"));
    }

    /// <summary>A list that should not be there is one error, not one per element.</summary>
    private void Once(FoundEntry found, Refusal problem)
    {
        if (found.Index <= 0)
            _problems.Add(JsonPath.Root[found.List], problem);
    }

    private void Take(EntryList list, FoundEntry found)
    {
        var path = found.Path;
        switch (list)
        {
            case EntryList.Cluster:
                Cluster = Hold<ClusterEntry>(found, path, _rules.Check);
                break;
            case EntryList.Plan:
                Plan = Hold<PlanEntry>(found, path, _rules.Check);
                Ids.Known(RefKind.FocusArea, Plan?.Entry.FocusAreas.Select(a => a.Id) ?? []);
                break;
            case EntryList.People:
                Add(People, RefKind.Party, Hold<PersonEntry>(found, path, null), e => e.Id, "id");
                break;
            case EntryList.Organisations:
                Add(Organisations, RefKind.Organisation, Hold<OrganisationEntry>(found, path, null), e => e.Id, "id");
                break;
            case EntryList.Forums:
                Add(Forums, RefKind.Forum, Hold<ForumEntry>(found, path, _rules.Check), e => e.Id, "id");
                break;
            case EntryList.Meetings:
                Add(Meetings, RefKind.Meeting, Hold<MeetingEntry>(found, path, _rules.Check), e => e.Key, "date");
                break;
            case EntryList.Distribution when Hold<DistributionEntry>(found, path, null) is { } held:
                Distribution.Add(held);
                break;
            case EntryList.NotCarried when Hold<NotCarriedEntry>(found, path, null) is { } held:
                NotCarried.Add(held);
                break;
            default:
                TakeLife(list, found, path);
                break;
        }
    }

    private void TakeLife(EntryList list, FoundEntry found, JsonPath path)
    {
        int? initiative = null;
        switch (list)
        {
            case EntryList.Initiatives when Checked<InitiativeEntry>(found, path, _rules.Check) is { } e:
                initiative = e.Number;
                if (!Ids.OwnNumber(e.Number))
                    _problems.Add(path["number"], ContentErrors.NumberTwice(e.Number));
                break;
            case EntryList.Confirmations when Checked<ConfirmationEntry>(found, path, _rules.Check) is { } e:
                initiative = e.Initiative;
                if (!Ids.OwnRevision(e.Initiative, e.Revision))
                    _problems.Add(path["revision"], ContentErrors.NumberTwice(e.Revision));
                Ids.OwnIndicators(e.Initiative, e.Indicators.Select(i => i.Id));
                break;
            case EntryList.Statuses when Checked<StatusEntry>(found, path, _rules.Check) is { } e:
                initiative = e.Initiative;
                for (var i = 0; i < e.Indicators.Count; i++)
                    Ids.ReferIndicator(e.Initiative, e.Indicators[i].Id, path["indicators"][i]["id"]);
                break;
            case EntryList.Remedies:
                initiative = Checked<RemedyEntry>(found, path, _rules.Check)?.Initiative;
                break;
            case EntryList.Escalations:
                initiative = Checked<EscalationEntry>(found, path, _rules.Check)?.Initiative;
                break;
            case EntryList.Events when EventEntry.Read(_reader, found.Json, path, _problems) is { } e:
                initiative = e.Initiative;
                _rules.Check(e, path);
                break;
            default:
                break;
        }
        if (initiative is not { } number)
            return;
        if (list is not EntryList.Initiatives)
            Ids.ReferNumber(number, path["initiative"]);
        if (Life.Count < Limits.Entries)
            Life.Add(new EntryRef(list, found.Index, found.Offset, found.Length, number));
        else if (!_tooMany)
        {
            _tooMany = true;
            _problems.Add(path, ImportErrors.DocumentTooLarge());
        }
    }

    private T? Checked<T>(FoundEntry found, JsonPath path, Action<T, JsonPath> check)
        where T : class
    {
        if (_reader.Read<T>(found.Json, path) is not { } entry)
            return null;
        check(entry, path);
        return entry;
    }

    private Held<T>? Hold<T>(FoundEntry found, JsonPath path, Action<T, JsonPath>? check)
        where T : class
    {
        var entry = Checked<T>(found, path, check ?? ((_, _) => { }));
        return entry is null ? null : new Held<T>(entry, path);
    }

    private void Add<T>(List<Held<T>> list, RefKind kind, Held<T>? held, Func<T, string> id, string field)
    {
        if (held is not { } there)
            return;
        list.Add(there);
        if (!Ids.Own(kind, id(there.Entry)))
            _problems.Add(there.Path[field], ContentErrors.Twice(id(there.Entry)));
    }
}
