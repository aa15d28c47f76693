using Microsoft.AspNetCore.Components;

namespace Initiatives.Api.Features.Shell.Forms;

/// <summary>What every field of a form has: a name, a label, perhaps a hint, and perhaps an error, tied to it for those who cannot see.</summary>
public abstract class Field : ComponentBase
{
    [CascadingParameter]
    public Form Form { get; set; } = null!;

    /// <summary>The path that refusals name, e.g. <c>deviation.cause</c>.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string? Hint { get; set; }

    /// <summary>Says beside the label that it may be left out; the rest must be filled in.</summary>
    [Parameter]
    public bool Optional { get; set; }

    /// <summary>What stands between the hint and the field, e.g. what was written last time.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    public Texts Texts => Form.Texts;

    public string Id => Fields.Id(Name);

    public string Value => Form.Fields[Name];

    public string? Error => Form.Errors.At(Name);

    public string? Invalid => Error is null ? null : "true";

    /// <summary>The ids of hint, error and <paramref name="more"/>, in the order they are read; null when there is none.</summary>
    public string? DescribedBy(string? more = null)
    {
        string?[] ids = [Hint is null ? null : $"{Id}-hint", Error is null ? null : $"{Id}-error", more];
        return ids.All(i => i is null) ? null : string.Join(' ', ids.OfType<string>());
    }
}
