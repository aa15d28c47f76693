namespace Initiatives.Api.Features.Interchange;

/// <summary>What an id points at.</summary>
internal enum RefKind
{
    Organisation,
    Forum,
    FocusArea,
    Meeting,

    /// <summary>An organisation, a forum or a person.</summary>
    Party,
}

/// <summary>A name that others point at: lower-case letters, digits and hyphens.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class IdAttribute : Attribute;

/// <summary>An id that something else in the document, or already in the cluster, must carry.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class RefersAttribute(RefKind kind) : Attribute
{
    public RefKind Kind { get; } = kind;
}

/// <summary>A line, not a paragraph.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ShortAttribute : Attribute;

[AttributeUsage(AttributeTargets.Property)]
internal sealed class NotNegativeAttribute : Attribute;

/// <summary>An element may be written as its text alone instead of as an object.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OrTextAttribute : Attribute;
