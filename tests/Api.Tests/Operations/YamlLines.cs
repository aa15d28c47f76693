namespace Initiatives.Api.Tests.Operations;

/// <summary>
/// Our own compose file by its indentation: enough to hold it against other files. That it is YAML at all is for a container
/// engine to say; a library for that alone is not worth its licence line.
/// </summary>
internal sealed class YamlLines(string text)
{
    private readonly string[] _lines = [.. text.Split('\n').Where(line => line.Trim() is { Length: > 0 } said && said[0] != '#')];

    public string Text => text;

    public IEnumerable<string> Services => KeysOf("services");

    public static YamlLines Read(string file) => new(Checkout.Read(file));

    /// <summary>The keys directly below one.</summary>
    public IEnumerable<string> KeysOf(string key) => Keys(Block(_lines, key));

    public IEnumerable<string> KeysBelow(string key, string inner) => Keys(Block(Block(_lines, key), inner));

    /// <summary>What stands behind a service's name on its line.</summary>
    public string Of(string service) =>
        _lines.First(line => line.StartsWith($"  {service}:", StringComparison.Ordinal)).Split(':', 2)[1];

    private static IEnumerable<string> Keys(string[] block)
    {
        var depth = block.Length == 0 ? 0 : Depth(block[0]);
        return block.Where(line => Depth(line) == depth && line.Contains(':', StringComparison.Ordinal)).Select(line => line.Trim().Split(':')[0]);
    }

    private static string[] Block(string[] lines, string key)
    {
        // Named several times (a service, and those that wait for it): the place where something stands below it.
        foreach (var at in Enumerable.Range(0, lines.Length).Where(n => lines[n].Trim().Split(' ', ':')[0] == key))
        {
            var block = lines[(at + 1)..].TakeWhile(line => Depth(line) > Depth(lines[at])).ToArray();
            if (block.Length > 0) return block;
        }
        return [];
    }

    private static int Depth(string line) => line.Length - line.TrimStart().Length;
}
