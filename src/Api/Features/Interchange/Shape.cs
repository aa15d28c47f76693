using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace Initiatives.Api.Features.Interchange;

internal enum FieldKind
{
    Text,
    Number,
    Amount,
    Flag,
    Day,
    Hour,
    Instant,
    Choice,
    Entry,
}

/// <summary>A record as the document spells it, found once per type from its constructor.</summary>
internal sealed class Shape
{
    private static readonly ConcurrentDictionary<Type, Shape> Known = new();

    private readonly ConstructorInvoker _constructor;
    private readonly FrozenDictionary<string, int> _at;

    private Shape(ConstructorInfo constructor, IReadOnlyList<Field> fields)
    {
        _constructor = ConstructorInvoker.Create(constructor);
        _at = fields.Select((field, at) => (field.Name, at)).ToFrozenDictionary(f => f.Name, f => f.at, StringComparer.Ordinal);
        Fields = fields;
        Names = [.. fields.Select(f => f.Name)];
    }

    public IReadOnlyList<Field> Fields { get; }

    public IReadOnlyList<string> Names { get; }

    public static IReadOnlyList<string> FieldNames(Type type) => For(type).Names;

    public static Shape For(Type type) => Known.GetOrAdd(type, Of);

    private static Shape Of(Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        return new(constructor, [.. constructor.GetParameters().Select(p => new Field(type, p))]);
    }

    public int IndexOf(string name) => _at.GetValueOrDefault(name, -1);

    public object Make(object?[] values) => _constructor.Invoke(values.AsSpan());
}

/// <summary>One field of an entry: what may stand in it, and what holds when it is left out.</summary>
internal sealed class Field
{
    private static readonly NullabilityInfoContext Nullability = new();
    private static readonly Lock NullabilityGate = new();

    public Field(Type owner, ParameterInfo parameter)
    {
        var property = owner.GetProperty(parameter.Name!)!;
        Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        IsList = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);
        Type = IsList ? type.GetGenericArguments()[0] : type;
        Kind = KindOf(Type);
        var mayBeNull = MayBeNull(parameter);
        Optional = mayBeNull || IsList;
        EmptyWhenLeftOut = IsList && !mayBeNull;
        Refers = property.GetCustomAttribute<RefersAttribute>()?.Kind ?? EventFields.Refers(owner, parameter.Name!);
        IsId = Refers is not null || property.GetCustomAttribute<IdAttribute>() is not null || EventFields.IsId(owner, parameter.Name!);
        OrText = property.GetCustomAttribute<OrTextAttribute>() is not null;
        NotNegative = owner == typeof(Domain.Tolerances) || property.GetCustomAttribute<NotNegativeAttribute>() is not null;
        MaxLength = property.GetCustomAttribute<ShortAttribute>() is not null ? Limits.Line : Limits.Text;
        Choices = Type.IsEnum
            ? Enum.GetValues(Type).Cast<object>().ToFrozenDictionary(v => JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()!), v => v, StringComparer.Ordinal)
            : FrozenDictionary<string, object>.Empty;
    }

    public string Name { get; }

    /// <summary>Of the element, when it is a list.</summary>
    public Type Type { get; }

    public FieldKind Kind { get; }

    public bool IsList { get; }

    public bool Optional { get; }

    public RefKind? Refers { get; }

    public bool IsId { get; }

    public bool OrText { get; }

    public bool NotNegative { get; }

    public int MaxLength { get; }

    /// <summary>By the word that stands for each in a document.</summary>
    public FrozenDictionary<string, object> Choices { get; }

    /// <summary>An empty list where the list may not be null; otherwise nothing.</summary>
    public object? WhenLeftOut => EmptyWhenLeftOut ? NewList() : null;

    private bool EmptyWhenLeftOut { get; }

    public IList NewList() => (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(Type))!;

    private static bool MayBeNull(ParameterInfo parameter)
    {
        // The context keeps a cache that two threads must not fill at once.
        lock (NullabilityGate)
            return Nullable.GetUnderlyingType(parameter.ParameterType) is not null
                || (!parameter.ParameterType.IsValueType && Nullability.Create(parameter).ReadState is NullabilityState.Nullable);
    }

    private static FieldKind KindOf(Type type) =>
        type == typeof(string) ? FieldKind.Text
        : type == typeof(int) ? FieldKind.Number
        : type == typeof(decimal) ? FieldKind.Amount
        : type == typeof(bool) ? FieldKind.Flag
        : type == typeof(DateOnly) ? FieldKind.Day
        : type == typeof(TimeOnly) ? FieldKind.Hour
        : type == typeof(DateTimeOffset) ? FieldKind.Instant
        : type.IsEnum ? FieldKind.Choice
        : FieldKind.Entry;
}
