using Initiatives.Domain;

namespace Initiatives.Api.Features.Shell.Forms;

/// <summary>What is wrong with a form that was sent: each broken rule at its field, and all of them in the summary above.</summary>
public sealed class FormErrors
{
    private readonly List<FormError> _all;

    private FormErrors(List<FormError> all) => _all = all;

    public static FormErrors None { get; } = new([]);

    /// <param name="refusals">The first one of a field stands for it: several sentences under one field are not read.</param>
    /// <param name="language">Of the reader.</param>
    /// <param name="place">
    /// The form's own name for the field that a refusal names, where it is another; null when the form has no such field, and the
    /// summary alone tells of it.
    /// </param>
    public static FormErrors Of(IEnumerable<Refusal> refusals, string language, Func<string, string?>? place = null) =>
        new([.. refusals
            .Select(r => new FormError(r.Field is { } field ? place is null ? field : place(field) : null, r.In(language)))
            .Distinct()
            .GroupBy(e => e.Field ?? e.Text)
            .Select(g => g.First())]);

    public bool Any => _all.Count > 0;

    public IReadOnlyList<FormError> All => _all;

    /// <summary>The text at a field; null when nothing is wrong with it.</summary>
    public string? At(string field) => _all.Find(e => e.Field == field)?.Text;
}

/// <param name="Field">Name of the field; null when it is none of the form's.</param>
public sealed record FormError(string? Field, string Text);
