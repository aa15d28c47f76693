using System.Security.Cryptography;
using Initiatives.Domain;
using Initiatives.Reporting.Packs;

namespace Initiatives.Api.Features.Packs;

/// <summary>Which build sets the pages: the same build gives the same bytes from the same facts, another one need not.</summary>
internal static class ProgramVersion
{
    /// <summary>Twelve hex digits over the builds of the rules and of the pages; builds are deterministic, so they name the sources.</summary>
    public static string Pages { get; } = Convert.ToHexStringLower(SHA256.HashData(
    [
        .. typeof(Rhythm).Module.ModuleVersionId.ToByteArray(),
        .. typeof(PackPress).Module.ModuleVersionId.ToByteArray(),
    ]))[..12];
}
