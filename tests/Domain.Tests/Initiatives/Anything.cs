using System.Collections.Concurrent;
using System.Reflection;
using FsCheck;
using FsCheck.Fluent;

namespace Initiatives.Domain.Tests.Initiatives;

/// <summary>
/// Any value of any type that a command is made of, built through its constructor, so that a new command is met without
/// being named. Values come from small pools that fit one another, or nothing would ever be accepted.
/// </summary>
internal static class Anything
{
    private static readonly Dictionary<Type, Gen<object?>> Simple = new()
    {
        [typeof(string)] = Gen.Elements<object?>(
            "chefforum", "direktoerforum", "politisk-niveau", "aalborg", "auh", "person-1", "kontakter", "DKK",
            "chefforum-2023-08-30", "direktoerforum-2023-10-02", "En begrundelse", "", " ", "Borgeren 010203-1234", new string('x', 10_001)),
        [typeof(int)] = Gen.Elements<object?>(-1, 0, 1, 2, 3, 10, 2023),
        [typeof(bool)] = Gen.Elements<object?>(true, false),
        [typeof(decimal)] = Gen.Elements<object?>(-1m, 0m, 3m, 450_000m, decimal.MaxValue, decimal.MinValue),
        [typeof(DateOnly)] = Gen.Elements<object?>(
            DateOnly.MinValue, DateOnly.MaxValue, Chains.Day("2023-05-01"), Chains.Day("2023-08-18"), Chains.Day("2023-09-15"), Chains.Day("2024-04-30")),
        [typeof(DeliveryTerms)] = Gen.OneOf(Gen.Elements<object?>(Initiative10.Terms, Initiative10.LaterTerms, DeliveryTerms.NotStated), Gen.Fresh(() => typeof(DeliveryTerms)).SelectMany(Built)),
        [typeof(StatusContent)] = Gen.OneOf(Gen.Elements<object?>(Initiative10.Green, Initiative10.Yellow, Initiative10.Red), Gen.Fresh(() => typeof(StatusContent)).SelectMany(Built)),
    };

    public static Gen<InitiativeCommand> Command(Type type) => Built(type).Select(c => (InitiativeCommand)c!);

    // Reading constructors is slow and their generators never change.
    private static readonly ConcurrentDictionary<Type, Gen<object?>> Known = new();

    private static Gen<object?> Built(Type type) => Known.GetOrAdd(type, FromConstructor);

    private static Gen<object?> FromConstructor(Type type)
    {
        var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        return Gen.CollectToArray(constructor.GetParameters().Select(Argument)).Select(arguments => (object?)constructor.Invoke(arguments));
    }

    private static Gen<object?> Argument(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        var mayBeNull = Nullable.GetUnderlyingType(type) is not null
            || (!type.IsValueType && new NullabilityInfoContext().Create(parameter).WriteState is NullabilityState.Nullable);
        var value = Value(Nullable.GetUnderlyingType(type) ?? type);
        return mayBeNull ? Gen.Frequency((1, Gen.Constant<object?>(null)), (2, value)) : value;
    }

    private static Gen<object?> Value(Type type)
    {
        if (Simple.TryGetValue(type, out var simple))
            return simple;
        if (type.IsEnum)
            return Gen.Elements(Enum.GetValues(type).Cast<object?>());
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            var item = type.GetGenericArguments()[0];
            return Gen.Choose(0, 2).SelectMany(count => Gen.ArrayOf(Value(item), count)).Select(items => Listed(items, item));
        }

        return Built(type);
    }

    private static object? Listed(object?[] items, Type item)
    {
        var list = Array.CreateInstance(item, items.Length);
        items.CopyTo(list, 0);
        return list;
    }
}
