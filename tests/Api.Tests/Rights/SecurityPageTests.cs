using System.Text.RegularExpressions;
using Initiatives.Api.Tests.Operations;

namespace Initiatives.Api.Tests.Rights;

/// <summary>docs/security.md names tests; those are there.</summary>
public sealed partial class SecurityPageTests
{
    [Fact]
    public void Every_test_that_the_page_names_is_there()
    {
        var there = Directory.EnumerateFiles(Path.Combine(Checkout.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Classes().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value)).ToHashSet();
        var named = Names().Matches(File.ReadAllText(Path.Combine(Checkout.Root, "docs", "security.md"))).Select(m => m.Groups[1].Value).Distinct().ToList();

        named.Count.ShouldBeGreaterThan(30);
        named.Where(name => !there.Contains(name)).ShouldBeEmpty();
    }

    [GeneratedRegex(@"class (\w+)")]
    private static partial Regex Classes();

    [GeneratedRegex(@"`(\w+Tests)`")]
    private static partial Regex Names();
}
