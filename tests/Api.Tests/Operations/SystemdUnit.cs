namespace Initiatives.Api.Tests.Operations;

/// <summary>A unit file, read as systemd reads it as far as ours go: sections, and keys that may stand several times.</summary>
internal sealed class SystemdUnit(IReadOnlySet<string> sections, ILookup<string, string> settings)
{
    public IReadOnlySet<string> Sections => sections;

    public static SystemdUnit Read(string file)
    {
        var lines = Checkout.Read(file).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] is not ('#' or ';')).ToList();
        return new(
            lines.Where(line => line[0] == '[').Select(line => line.Trim('[', ']')).ToHashSet(),
            lines.Where(line => line[0] != '[').Select(line => line.Split('=', 2)).ToLookup(pair => pair[0], pair => pair[1]));
    }

    public IEnumerable<string> All(string key) => settings[key];

    public string One(string key) => settings[key].ShouldHaveSingleItem(key);
}
