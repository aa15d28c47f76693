using Initiatives.Api.Features.Shell.Forms;

namespace Initiatives.Api.Features.Acts;

/// <summary>One thing that the form of an act asks for.</summary>
/// <param name="Name">The path that refusals name.</param>
public abstract record Ask(string Name, string Label)
{
    public string? Hint { get; init; }

    public bool Optional { get; init; }

    /// <summary>One line of text.</summary>
    public sealed record Line(string Name, string Label) : Ask(Name, Label);

    /// <summary>Several lines of text.</summary>
    public sealed record Words(string Name, string Label, int Rows = 4) : Ask(Name, Label);

    public sealed record Day(string Name, string Label) : Ask(Name, Label);

    /// <summary>An amount in DKK.</summary>
    public sealed record Kroner(string Name, string Label) : Ask(Name, Label);

    /// <summary>A number, with its unit where it has one.</summary>
    public sealed record Measure(string Name, string Label, string? Unit = null) : Ask(Name, Label);

    /// <summary>One of a few, all in sight.</summary>
    public sealed record Few(string Name, string Label, IReadOnlyList<Option> Options) : Ask(Name, Label);

    /// <summary>One of many, in a list.</summary>
    /// <param name="Empty">The text of choosing nothing; "Vælg" unless told.</param>
    public sealed record Many(string Name, string Label, IReadOnlyList<Option> Options, string? Empty = null) : Ask(Name, Label);

    /// <summary>The same questions again for each of several things.</summary>
    /// <param name="One">What one of them is called; numbered.</param>
    /// <param name="Each">Named within the row: <c>title</c> becomes <c>into[0].title</c>.</param>
    public sealed record Group(string Name, string Label, string One, int AtLeast, IReadOnlyList<Ask> Each) : Ask(Name, Label);

    /// <summary>The questions by the names their fields have in the form; those of a group as often as they stand there.</summary>
    internal static IEnumerable<Ask> All(IEnumerable<Ask> asks, Fields fields) => asks.SelectMany(ask => ask is Group group
        ? Enumerable.Range(0, Math.Max(group.AtLeast, FieldRows.Count(fields, group.Name))).SelectMany(at => group.In(FieldRows.Row(group.Name, at)))
        : [ask]);
}

internal static class AskedInRows
{
    /// <param name="row">The beginning of the names in one row.</param>
    public static IEnumerable<Ask> In(this Ask.Group group, string row) => group.Each.Select(each => each with { Name = $"{row}.{each.Name}" });
}
