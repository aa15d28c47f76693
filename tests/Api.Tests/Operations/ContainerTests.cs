using System.Text.RegularExpressions;

namespace Initiatives.Api.Tests.Operations;

/// <summary>
/// The container file and the compose file, held against each other, the Caddyfile and the program. There is no container engine where the tests run;
/// the two-node set-up they describe is run as processes in <see cref="TwoNodesTests"/>.
/// </summary>
public sealed partial class ContainerTests
{
    private static readonly string Container = Checkout.Read("Containerfile");
    private static readonly YamlLines Compose = YamlLines.Read("compose.yaml");

    [Fact]
    public void The_image_runs_the_program_as_nobody_special_and_tells_whether_it_lives()
    {
        Container.ShouldContain("COPY --from=build /app /opt/initiatives");
        Container.ShouldContain($"ENTRYPOINT [\"/opt/initiatives/{Path.GetFileName(Support.ServiceProcess.Program)}\"]");
        Container.IndexOf("\nUSER 10001", StringComparison.Ordinal).ShouldBeInRange(0, Container.IndexOf("ENTRYPOINT", StringComparison.Ordinal));
        Container.ShouldContain("HEALTHCHECK");
        Container.ShouldContain($"http://127.0.0.1:{Port()}/health/live");
        Container.ShouldContain($"EXPOSE {Port()}");
    }

    [Fact]
    public void Nothing_secret_is_written_into_a_layer()
    {
        foreach (var line in Container.Split('\n').Where(line => ArgumentOrEnvironment().IsMatch(line)))
            line.ShouldNotMatch("(?i)password|token|secret|key");
        Container.ShouldNotMatch("COPY .*(NuGet\\.Config|\\.env)");
        // Only what the build reads comes in at all.
        Checkout.Read("Containerfile.dockerignore").Split('\n').First(line => !line.StartsWith('#')).ShouldBe("**");
        foreach (var pattern in LetIn()) Directory.EnumerateFileSystemEntries(Checkout.Root, pattern).ShouldNotBeEmpty(pattern);
    }

    [Fact]
    public void The_build_finds_every_file_it_imports()
    {
        var letIn = LetIn();
        foreach (var file in new[] { "global.json", "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "BannedSymbols.txt", "package.json", "package-lock.json", ".npmrc" })
        {
            File.Exists(Path.Combine(Checkout.Root, file)).ShouldBeTrue(file);
            letIn.ShouldContain(pattern => Matches(pattern, file), file);
        }
        // What the projects take from outside src must be let in as well.
        foreach (var project in Directory.EnumerateFiles(Path.Combine(Checkout.Root, "src"), "*.csproj", SearchOption.AllDirectories))
        {
            foreach (var outside in OutsideSources().Matches(File.ReadAllText(project)).Select(m => m.Groups[1].Value).Where(folder => folder is not "node_modules"))
                letIn.ShouldContain(outside, $"{Path.GetFileName(project)} takes {outside}");
        }
    }

    [Fact]
    public void Two_nodes_of_one_image_wait_for_the_schema_and_the_proxy_asks_both_whether_they_are_ready()
    {
        Compose.Services.ShouldBe(["database", "migrate", "node1", "node2", "proxy", "mail", "backup"], ignoreOrder: true);
        new[] { Compose.Of("node1"), Compose.Of("node2") }.ShouldAllBe(node => node == " *node");
        Compose.Text.ShouldContain("migrate: { condition: service_completed_successfully }");

        var caddy = Checkout.Read("Caddyfile");
        caddy.ShouldContain($"reverse_proxy node1:{Port()} node2:{Port()}");
        caddy.ShouldContain("health_uri /health/ready");
        // The port of the machine's loopback address leads to the one Caddy listens on.
        PublishedPorts().Matches(Compose.Text).Select(m => (m.Groups[1].Value, caddy.Contains($"\n:{m.Groups[2].Value} {{", StringComparison.Ordinal))).ShouldBe([("127.0.0.1", true)]);
    }

    [Fact]
    public void The_service_is_given_settings_it_reads_and_logins_that_roles_sql_makes()
    {
        var sources = string.Concat(Directory.EnumerateFiles(Path.Combine(Checkout.Root, "src"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        var given = Compose.KeysOf("x-settings").Concat(Compose.KeysBelow("x-node", "environment")).Where(key => key != "<<").Concat(ImageSettings().Matches(Container).Select(m => m.Groups[1].Value)).ToList();
        given.ShouldContain("INITIATIVES_POSTGRES");
        given.Where(name => !SettingsRead.Knows(sources, name)).ShouldBeEmpty();

        var roles = Checkout.Read("roles.sql");
        foreach (var login in Logins().Matches(Compose.Text).Select(m => m.Groups[1].Value)) roles.ShouldContain($"ALTER ROLE {login} LOGIN");
        foreach (var password in PasswordNames().Matches(roles).Select(m => m.Groups[1].Value)) Compose.KeysBelow("database", "environment").ShouldContain(password);
    }

    [Fact]
    public void Every_file_that_is_mounted_is_there_and_every_variable_stands_in_the_example()
    {
        foreach (var file in MountedFiles().Matches(Compose.Text).Select(m => m.Groups[1].Value).Distinct())
            File.Exists(Checkout.Deploy(file)).ShouldBeTrue(file);
        var example = Checkout.Read("compose.env.example");
        foreach (var variable in Variables().Matches(Compose.Text).Select(m => m.Groups[1].Value).Distinct()) example.ShouldContain($"{variable}=");
    }

    private static List<string> LetIn() =>
        [.. Checkout.Read("Containerfile.dockerignore").Split('\n').Where(line => line.StartsWith('!')).Select(line => line[1..])];

    private static bool Matches(string pattern, string file) => Regex.IsMatch(file, $"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal)}$");

    private static string Port() => HttpPort().Match(Container).Groups[1].Value;

    [GeneratedRegex("^(ARG|ENV) ", RegexOptions.Multiline)]
    private static partial Regex ArgumentOrEnvironment();

    [GeneratedRegex("ASPNETCORE_HTTP_PORTS=(\\d+)")]
    private static partial Regex HttpPort();

    [GeneratedRegex("^(?:ENV|   ) ([A-Za-z_]+)=", RegexOptions.Multiline)]
    private static partial Regex ImageSettings();

    [GeneratedRegex("\"([0-9.]+):\\$\\{INITIATIVES_PORT:-\\d+\\}:(\\d+)\"")]
    private static partial Regex PublishedPorts();

    [GeneratedRegex("(?:Username=|PGUSER: )(\\w+)")]
    private static partial Regex Logins();

    [GeneratedRegex("^\\\\getenv \\w+ (\\w+)", RegexOptions.Multiline)]
    private static partial Regex PasswordNames();

    [GeneratedRegex("- \\./([^:]+):")]
    private static partial Regex MountedFiles();

    [GeneratedRegex("\\$\\{(\\w+)")]
    private static partial Regex Variables();

    [GeneratedRegex("Include=\"(?:\\.\\./\\.\\./|\\$\\(RepositoryRoot\\))(?!src/)(\\w+)/")]
    private static partial Regex OutsideSources();
}
