using Initiatives.Reporting.Packs;

namespace Initiatives.Reporting.Tests;

/// <summary>Every kind of pack there is: what is held of one is held of all.</summary>
internal static class EveryKind
{
    public static TheoryData<string> Names => [.. PackPress.Kinds];
}
