using System.Text.RegularExpressions;

namespace Initiatives.Api.Tests.Operations;

/// <summary>deploy/README.md, which somebody reads at night.</summary>
public sealed partial class HandbookTests
{
    private static readonly string Page = Checkout.Read("README.md");

    [Fact]
    public void Every_sentence_the_program_can_end_with_is_explained()
    {
        var sources = string.Concat(Directory.EnumerateFiles(Path.Combine(Checkout.Root, "src/Api"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        var codes = Faults().Matches(sources).Select(m => m.Groups[1].Value).Distinct().ToList();
        codes.Count.ShouldBeGreaterThan(12);
        codes.Where(code => !Page.Contains($"`{code}`", StringComparison.Ordinal)).ShouldBeEmpty();
        Rows().Matches(Page).SelectMany(row => Codes().Matches(row.Value)).Select(m => m.Groups[1].Value).Except(codes).ShouldBeEmpty("explained, and nobody says it");
    }

    [Fact]
    public void It_names_every_file_in_the_directory_and_no_other()
    {
        var files = Directory.EnumerateFiles(Checkout.Deploy(".")).Select(file => Path.GetFileName(file)!).Where(file => file is not "README.md" and not "Containerfile.dockerignore").ToList();
        files.Where(file => !Page.Contains($"`{file}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [GeneratedRegex("OperatorFault(?: \\w+\\([^)]*\\) => new)?\\(\\s*\"([a-z-]+)\"")]
    private static partial Regex Faults();

    [GeneratedRegex("(?<=^\\|[^|]+\\| )`[a-z-]+`(, `[a-z-]+`)*(?= \\|)", RegexOptions.Multiline)]
    private static partial Regex Rows();

    [GeneratedRegex("`([a-z-]+)`")]
    private static partial Regex Codes();
}
