using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Acts;

/// <summary>Reads what was answered, and gathers what could not be read and what was left out.</summary>
public sealed class Answers(Fields fields)
{
    private readonly List<Refusal> _faults = [];
    private readonly Dictionary<string, string> _places = new(StringComparer.Ordinal);

    public Fields Fields => fields;

    /// <summary>What no command can be made of, each at its field.</summary>
    public IReadOnlyList<Refusal> Faults => [.. fields.Unreadable, .. _faults.Where(f => fields.Unreadable.All(u => u.Field != f.Field))];

    /// <summary>A text that must be there is not: the domain has the words for it.</summary>
    public bool LacksText { get; private set; }

    /// <summary>A text that must be there.</summary>
    public string Text(string name)
    {
        if (fields.Words(name) is { } written) return written;
        LacksText = true;
        return "";
    }

    /// <summary>A text that may be left out.</summary>
    public string? Note(string name) => fields.Words(name);

    public DateOnly? DayOrNone(string name) => fields.Date(name);

    public DateOnly Day(string name) => fields.Date(name) ?? Fault(InitiativeRefusals.DateMissing(name), default(DateOnly));

    public decimal? KronerOrNone(string name) => fields.Money(name);

    public decimal? NumberOrNone(string name) => fields.Number(name);

    public int Whole(string name) =>
        fields.Number(name) is { } number && number == decimal.Truncate(number) && number is > 0 and < 10_000 ? (int)number : Fault(FormFaults.Number(name), 0);

    // Instead of a choice, none of them: no rule is then told broken that a choice would not break.
    public T One<T>(string name)
        where T : struct, Enum => fields.Choice<T>(name) ?? Fault(FormFaults.ChoiceMissing(name), (T)Enum.ToObject(typeof(T), -1));

    /// <summary>An id that was chosen from a list.</summary>
    public string Chosen(string name) => fields.Words(name) ?? Fault(FormFaults.ChoiceMissing(name), "");

    /// <summary>The form's name for what the command calls otherwise: <c>readings[0]</c> is <c>indicators.kontakter</c>.</summary>
    public void Call(string path, string field) => _places[path] = field;

    /// <summary>The field that a refusal's path stands for.</summary>
    public string Place(string path)
    {
        foreach (var (from, to) in _places)
        {
            if (path.StartsWith(from, StringComparison.Ordinal)) return to + path[from.Length..];
        }
        return path;
    }

    private T Fault<T>(Refusal fault, T instead)
    {
        _faults.Add(fault);
        return instead;
    }
}
