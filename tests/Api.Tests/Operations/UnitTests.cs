using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Initiatives.Api.Tests.Features;
using Initiatives.Support;

namespace Initiatives.Api.Tests.Operations;

/// <summary>
/// The systemd unit, without systemd: what dotnet publish makes is put where the operator puts it, and the unit's own command line is run with
/// the unit's own environment, as an account that may do nothing. Where systemd-analyze is installed, it reads the units too.
/// </summary>
public sealed partial class UnitTests : IDisposable
{
    private readonly TemporaryDirectory _machine = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Stands for /opt/initiatives.</summary>
    private string Installed => Path.Combine(_machine.Path, "opt");

    public void Dispose() => _machine.Dispose();

    [Fact]
    public async Task What_is_published_runs_from_another_directory_by_the_units_command_line_and_keeps_its_own_database()
    {
        var unit = SystemdUnit.Read("initiatives.service");
        await PublishAsync();
        var state = Directory.CreateDirectory(Path.Combine(_machine.Path, "state")).FullName;
        var environment = Settings(Checkout.Read("initiatives.env.example"))
            .Concat(unit.All("Environment").Select(Assignment))
            .ToDictionary(line => line.Key, line => line.Value);
        environment["ASPNETCORE_URLS"].ShouldBe("http://127.0.0.1:5080");
        unit.One("StateDirectory").ShouldBe("initiatives");
        environment["INITIATIVES_DATA"].ShouldBe("/var/lib/initiatives", "StateDirectory= makes this directory");
        environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        environment["INITIATIVES_DATA"] = state;
        environment["Jobs__Run"] = "false";

        var words = Unprivileged(state).Concat(unit.One("ExecStart").Replace("/opt/initiatives", Installed, StringComparison.Ordinal).Split(' ')).ToArray();
        await using (var node = await ServiceProcess.ServeAsync(words[0], words[1..], environment))
        {
            (await node.Http.GetStringAsync("/health/ready", Cancellation)).ShouldBe("Healthy");
            foreach (var asset in new[] { "/lib/dkfds/css/dkfds.min.css", "/lib/dkfds/js/dkfds.min.js", "/lib/dkfds/img/all-svg-icons.svg" })
                (await node.Http.GetByteArrayAsync(asset, Cancellation)).Length.ShouldBeGreaterThan(10_000, asset);
            (await node.Http.GetAsync("/", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK);

            // What the operator does first: the token from its file, and the cluster's document.
            var token = (await File.ReadAllTextAsync(Path.Combine(state, "operator-token"), Cancellation)).Trim();
            File.GetUnixFileMode(Path.Combine(state, "operator-token")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            node.Http.DefaultRequestHeaders.Authorization = new("Bearer", token);
            await Writers.PrepareAsync(node.Http);
            (await node.Http.GetStringAsync("/api/v1/clusters/nordjylland-midt", Cancellation)).ShouldContain("Sundhedsklynge Midt");
        }
        // Its own PostgreSQL has ended with it.
        File.Exists(Path.Combine(state, "postgres", "postmaster.pid")).ShouldBeFalse();
    }

    [Fact]
    public async Task systemd_reads_every_unit_without_a_complaint()
    {
        var units = new[] { "initiatives.service", "initiatives-backup.service", "initiatives-backup.timer" };
        foreach (var unit in units) SystemdUnit.Read(unit).Sections.ShouldContain("Unit");
        if (new[] { "/usr/bin", "/bin" }.FirstOrDefault(bin => File.Exists(Path.Combine(bin, "systemd-analyze"))) is not { } bin)
        {
            // The other tests of this class hold the units to what the program needs; only systemd's own reading is missing here.
            TestContext.Current.SendDiagnosticMessage("systemd is not installed on this machine: its own reading of the units was left out.");
            return;
        }
        // systemd wants the programs to be where the unit says.
        foreach (var program in new[] { Path.Combine(Installed, "initiatives"), Path.Combine(Installed, "deploy", "backup") })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(program)!);
            await File.WriteAllTextAsync(program, "#!/bin/sh\n", Cancellation);
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
        var places = Directory.CreateDirectory(Path.Combine(_machine.Path, "units")).FullName;
        foreach (var unit in units)
            await File.WriteAllTextAsync(Path.Combine(places, unit), Checkout.Read(unit).Replace("/opt/initiatives", Installed, StringComparison.Ordinal), Cancellation);

        foreach (var unit in units)
        {
            using var analyze = Checkout.Start(Path.Combine(bin, "systemd-analyze"), ["verify", "--man=no", Path.Combine(places, unit)]);
            var complaints = await analyze.StandardError.ReadToEndAsync(Cancellation);
            await analyze.WaitForExitAsync(Cancellation);
            // Of other units on the machine, and of a machine that was not started by systemd, we are not the judge.
            complaints.Split('\n').Where(line => line.Contains("initiatives", StringComparison.Ordinal)).ShouldBeEmpty();
        }
    }

    [Fact]
    public void The_unit_leaves_open_what_the_service_needs_and_nothing_else()
    {
        var unit = SystemdUnit.Read("initiatives.service");
        // PostgreSQL of its own: told to stop by the service and not by systemd, and allowed to take its time.
        unit.One("KillMode").ShouldBe("mixed");
        int.Parse(unit.One("TimeoutStopSec"), CultureInfo.InvariantCulture).ShouldBeGreaterThan(35);
        // .NET and Chromium compile at run time.
        unit.All("MemoryDenyWriteExecute").ShouldBeEmpty();
        // Chromium's own sandbox.
        unit.One("RestrictNamespaces").Split(' ').ShouldBe(["user", "pid", "net"], ignoreOrder: true);
        unit.One("SystemCallFilter").Split(' ').ShouldBe(["@system-service", "chroot", "seccomp"], ignoreOrder: true);
        unit.One("RestrictAddressFamilies").Split(' ').ShouldContain("AF_UNIX");
        foreach (var closed in new[] { "NoNewPrivileges", "PrivateTmp", "PrivateDevices", "ProtectHome", "ProtectKernelModules", "ProtectControlGroups", "RestrictSUIDSGID" })
            unit.One(closed).ShouldBe("yes", closed);
        unit.One("ProtectSystem").ShouldBe("strict");
        unit.One("CapabilityBoundingSet").ShouldBeEmpty();
        unit.One("Restart").ShouldBe("always");
        unit.One("User").ShouldBe(SystemdUser().Match(Checkout.Read("initiatives.sysusers")).Groups[1].Value);
    }

    [Fact]
    public void The_backup_units_command_line_is_one_that_the_script_takes()
    {
        var unit = SystemdUnit.Read("initiatives-backup.service");
        var words = unit.One("ExecStart").Split(' ');
        words[0].ShouldBe("/opt/initiatives/deploy/backup");
        words[1..].ShouldBe(["dump", unit.One("ReadWritePaths"), "--keep", "30"]);
        SystemdUnit.Read("initiatives-backup.timer").One("OnCalendar").ShouldNotBeEmpty();
    }

    [Fact]
    public void Every_setting_in_the_example_is_one_that_the_service_reads()
    {
        var sources = string.Concat(Directory.EnumerateFiles(Path.Combine(Checkout.Root, "src"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        foreach (var name in SettingNames().Matches(Checkout.Read("initiatives.env.example")).Select(m => m.Groups[1].Value))
            SettingsRead.Knows(sources, name).ShouldBeTrue(name);
    }

    [Fact]
    public async Task How_much_is_logged_is_a_setting()
    {
        async Task<string> LoggedAsync(string level)
        {
            Dictionary<string, string> settings = new() { ["INITIATIVES_DATA"] = Path.Combine(_machine.Path, level), ["Logging__LogLevel__Initiatives"] = level };
            var (exit, _, errors) = await ServiceProcess.RunAsync(["migrate"], settings);
            exit.ShouldBe(0, errors);
            return errors;
        }
        (await LoggedAsync("Information")).ShouldContain("data directory");
        (await LoggedAsync("Error")).ShouldBeEmpty();
    }

    /// <summary>dotnet publish, of what was built with the tests.</summary>
    private Task PublishAsync() => Checkout.RunAsync(
        "dotnet", ["publish", Path.Combine(Checkout.Root, "src/Api/Api.csproj"), "--configuration", Checkout.Configuration, "--no-build", "--nologo", "--output", Installed]);

    /// <summary>NoNewPrivileges=, CapabilityBoundingSet= and User=, so far as they can be had without systemd.</summary>
    private static string[] Unprivileged(string state)
    {
        if (!Environment.IsPrivilegedProcess) return ["setpriv", "--no-new-privs", "--"];
        using var chown = System.Diagnostics.Process.Start("chown", ["nobody:", state]);
        chown.WaitForExit();
        return ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--no-new-privs", "--inh-caps=-all", "--bounding-set=-all", "--"];
    }

    private static IEnumerable<KeyValuePair<string, string>> Settings(string file) =>
        file.Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(Assignment);

    private static KeyValuePair<string, string> Assignment(string line) =>
        line.Split('=', 2) is [var name, var value] ? new(name, value) : throw new FormatException(line);

    [GeneratedRegex("^#?([A-Z][A-Za-z_]+)=", RegexOptions.Multiline)]
    private static partial Regex SettingNames();

    [GeneratedRegex("^u (\\S+)", RegexOptions.Multiline)]
    private static partial Regex SystemdUser();
}
