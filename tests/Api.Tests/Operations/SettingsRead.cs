namespace Initiatives.Api.Tests.Operations;

/// <summary>Whether a name in a deployed file is a setting that somebody reads.</summary>
internal static class SettingsRead
{
    /// <summary>ASP.NET Core's, .NET's own, and the options of a part of the host by section and property.</summary>
    public static bool Knows(string sources, string name) =>
        name is "ASPNETCORE_URLS" or "ASPNETCORE_HTTP_PORTS" or "DOTNET_EnableDiagnostics" or "DOTNET_ROOT"
        || name.StartsWith("Logging__LogLevel__", StringComparison.Ordinal)
        || sources.Contains($"\"{name}\"", StringComparison.Ordinal)
        // One of several of a kind: list, number, and what is told of each.
        || (name.Split("__") is [var list, "0", var each] && sources.Contains($"\"{list}\"", StringComparison.Ordinal) && sources.Contains($"\"{each}\"", StringComparison.Ordinal))
        || (name.Split("__") is [var section, var property]
            && sources.Contains($"BindConfiguration(\"{section}\")", StringComparison.Ordinal)
            && sources.Contains($" {property} {{ get; set; }}", StringComparison.Ordinal));
}
