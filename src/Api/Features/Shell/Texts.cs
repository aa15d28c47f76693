using System.Globalization;
using System.Resources;
using Initiatives.Reporting;

namespace Initiatives.Api.Features.Shell;

/// <summary>
/// The texts of the screens, Danish and English, from <c>Texts.resx</c> and <c>Texts.en.resx</c>. A key that is not there
/// is a bug and says so: a page that silently shows a key has been seen by nobody.
/// </summary>
public sealed class Texts
{
    internal static readonly ResourceManager Manager = new("Initiatives.Api.Features.Shell.Texts", typeof(Texts).Assembly);

    private readonly CultureInfo _culture;

    private Texts(string language) => (Language, _culture, Say) = (language, CultureInfo.GetCultureInfo(language), Wording.In(language));

    public static Texts Danish { get; } = new("da");

    public static Texts English { get; } = new("en");

    /// <summary>IETF language tag, for <c>lang</c>.</summary>
    public string Language { get; }

    /// <summary>Days, hours, amounts and numbers in this language.</summary>
    public Wording Say { get; }

    public bool IsEnglish => ReferenceEquals(this, English);

    public string this[string key] =>
        Manager.GetString(key, _culture) ?? throw new InvalidOperationException($"No text named {key}.");

    /// <summary>A text whose key came from outside; null when there is none.</summary>
    public string? Find(string key) => Manager.GetString(key, _culture);

    public string this[string key, params object[] values] => string.Format(_culture, this[key], values);

    public static Texts In(string? language) => language == "en" ? English : Danish;
}
