using System.Text;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Shell.Forms;

/// <summary>
/// The fields of a form as text: as they were typed, or as they are filled in beforehand. Their names are the paths that refusals
/// name (<c>deviation.cause</c>), so that an error finds its field by itself. What cannot be read is told in
/// <see cref="Unreadable"/> and reads as left out; the text stays as it was typed.
/// </summary>
public sealed class Fields
{
    /// <summary>Says which button was pressed.</summary>
    public const string Press = "do";

    // What the kit itself puts into every form; no field of anybody's.
    private static readonly string[] Own = ["key", "version", "request", Press];

    private readonly SortedDictionary<string, string> _text = new(StringComparer.Ordinal);
    private readonly List<Refusal> _unreadable = [];

    /// <summary>The fields as they were sent.</summary>
    public static Fields Of(IFormCollection form) =>
        Of(form.Where(f => !Own.Contains(f.Key)).Select(f => KeyValuePair.Create(f.Key, f.Value.ToString())));

    public static Fields Of(IEnumerable<KeyValuePair<string, string>> text)
    {
        var fields = new Fields();
        foreach (var (name, value) in text) fields[name] = value;
        return fields;
    }

    /// <summary>Names and texts, by name.</summary>
    public IReadOnlyDictionary<string, string> Text => _text;

    /// <summary>What was typed and could not be read, each with its field.</summary>
    public IReadOnlyList<Refusal> Unreadable => _unreadable;

    /// <summary>What stands in a field; empty when nothing does. Line ends are as we keep them, not as browsers send them.</summary>
    public string this[string name]
    {
        get => _text.GetValueOrDefault(name, "");
        set => _text[name] = value.ReplaceLineEndings("\n");
    }

    public void Remove(string name) => _text.Remove(name);

    /// <summary>A text; null when nothing was written.</summary>
    public string? Words(string name) => this[name].Trim() is { Length: > 0 } written ? written : null;

    public DateOnly? Date(string name) => Read(name, Typed.Date, FormFaults.Date);

    /// <summary>A number as Danes write it: "3,8".</summary>
    public decimal? Number(string name) => Read(name, Typed.Number, FormFaults.Number);

    /// <summary>An amount in kroner: "1.250.000" or "1.250.000,50 kr.".</summary>
    public decimal? Money(string name) => Read(name, Typed.Money, FormFaults.Money);

    /// <summary>A radio button or an option; null when none was chosen, or none of ours.</summary>
    public T? Choice<T>(string name)
        where T : struct, Enum => Enum.TryParse<T>(this[name], out var chosen) && Enum.IsDefined(chosen) && Enum.GetName(chosen) == this[name] ? chosen : null;

    /// <summary>Yes or no; null when neither was chosen.</summary>
    public bool? YesNo(string name) => this[name] switch { YesNoChoice.Yes => true, YesNoChoice.No => false, _ => null };

    public bool IsTicked(string name) => _text.ContainsKey(name);

    /// <summary>The id of a field's element: its name, in letters that addresses and style sheets take.</summary>
    public static string Id(string name)
    {
        var id = new StringBuilder("felt-", name.Length + 5);
        foreach (var c in name) id.Append(char.IsAsciiLetterOrDigit(c) ? c : '-');
        return id.ToString().TrimEnd('-');
    }

    private T? Read<T>(string name, Func<string, T?> read, Func<string, Refusal> fault)
        where T : struct
    {
        if (Words(name) is not { } written) return null;
        if (read(written) is { } value) return value;
        if (_unreadable.All(u => u.Field != name)) _unreadable.Add(fault(name));
        return null;
    }
}

/// <summary>The values of the two radio buttons of a yes or no.</summary>
public static class YesNoChoice
{
    public const string Yes = "ja";
    public const string No = "nej";
}
