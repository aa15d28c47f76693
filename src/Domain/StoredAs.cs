namespace Initiatives.Domain;

/// <summary>
/// The name under which a fact is stored. It outlives every rename of the class: once an event has been written under
/// a name, the name and its shape are a contract. A new shape gets a new name and an upcaster, never an edited one.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StoredAsAttribute(string name) : Attribute
{
    /// <summary>The stored name, in snake_case.</summary>
    public string Name { get; } = name;
}
