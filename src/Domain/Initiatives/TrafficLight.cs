namespace Initiatives.Domain;

/// <summary>The three lights, mildest first ("noget let a la rød-grøn-gul", Chefforum 31 March 2023, item 4).</summary>
public enum TrafficLight
{
    /// <summary>As confirmed.</summary>
    Green,

    /// <summary>The owner and the managing forum can mend it.</summary>
    Yellow,

    /// <summary>Needs a decision by others.</summary>
    Red,
}
