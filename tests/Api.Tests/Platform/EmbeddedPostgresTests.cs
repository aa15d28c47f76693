using System.Globalization;
using Initiatives.Api.Platform;
using Initiatives.Api.Platform.Postgres;
using Initiatives.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Initiatives.Api.Tests.Platform;

/// <summary>The service's own PostgreSQL through everything a machine does to it. Real servers, real signals.</summary>
public sealed class EmbeddedPostgresTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private EmbeddedPostgresOptions Options => new() { Directory = directory.Path, Durable = false, StartLimit = TimeSpan.FromSeconds(60) };

    private string Data => Path.Combine(directory.Path, "postgres");

    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        directory.Dispose();
    }

    [Fact]
    public async Task It_starts_in_an_empty_directory_and_again_on_its_data()
    {
        await using (var first = await StartAsync(Options with { Durable = true }))
        {
            await WriteAsync(first, "kept");
        }
        await using var second = await StartAsync(Options with { Durable = true });
        (await ReadAsync(second)).ShouldBe(["kept"]);
    }

    [Fact]
    public async Task It_listens_on_a_private_socket_and_no_port()
    {
        await using var server = await StartAsync(Options);
        (await AskAsync(server, "SHOW listen_addresses")).ShouldBe("");
        File.GetUnixFileMode(Path.Combine(directory.Path, "socket")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public async Task An_acknowledged_write_waits_for_the_disk_unless_a_test_asks_otherwise()
    {
        await using var server = await StartAsync(Options with { Durable = true });
        (await AskAsync(server, "SHOW fsync")).ShouldBe("on");
        (await AskAsync(server, "SHOW synchronous_commit")).ShouldBe("on");
        (await AskAsync(server, "SHOW data_checksums")).ShouldBe("on");
    }

    [Fact]
    public async Task A_path_too_long_for_a_socket_is_no_hindrance()
    {
        var deep = Directory.CreateDirectory(Path.Combine(directory.Path, new string('x', 60), new string('y', 60))).FullName;
        await using var server = await StartAsync(Options with { Directory = deep });
        (await AskAsync(server, "SELECT 1::text")).ShouldBe("1");
    }

    [Fact]
    public async Task A_killed_server_is_started_again_with_everything_that_was_committed()
    {
        await using var server = await StartAsync(Options);
        await WriteAsync(server, "committed");
        var killed = server.ProcessId!.Value;
        Signal("KILL", killed);
        await Eventually.HoldsAsync(() => Task.FromResult(server.ProcessId is { } now && now != killed));
        await Eventually.HoldsAsync(() => AnswersAsync(server));
        (await ReadAsync(server)).ShouldBe(["committed"]);
    }

    [Fact]
    public async Task A_killed_service_takes_its_server_along_and_the_next_one_starts_on_the_data()
    {
        Dictionary<string, string> settings = new() { ["INITIATIVES_DATA"] = directory.Path, ["INITIATIVES_DEMO"] = "off" };
        await using var service = await ServiceProcess.ServeAsync(settings);
        var postmaster = Postmaster();
        await service.KillAsync();
        await Eventually.HoldsAsync(() => Task.FromResult(!Directory.Exists($"/proc/{postmaster}")));
        await using var next = await ServiceProcess.ServeAsync(settings);
        (await next.Http.GetStringAsync("/health/ready", Cancellation)).ShouldBe("Healthy");
        Postmaster().ShouldNotBe(postmaster);
    }

    [Fact]
    public async Task Readiness_tells_that_the_database_is_away_and_that_it_is_back()
    {
        await using var service = await ServiceProcess.ServeAsync(new Dictionary<string, string> { ["INITIATIVES_DATA"] = directory.Path, ["INITIATIVES_DEMO"] = "off" });
        // Stopped, not killed: it stays away for as long as the test needs.
        var postmaster = Postmaster();
        // First the one that could still make others.
        Signal("STOP", postmaster);
        var backends = new DataDirectory(Data).Processes();
        foreach (var process in backends.Where(process => process != postmaster))
        {
            Signal("STOP", process);
        }
        ((int)(await service.Http.GetAsync("/health/ready", Cancellation)).StatusCode).ShouldBe(503);
        ((int)(await service.Http.GetAsync("/health/live", Cancellation)).StatusCode).ShouldBe(200);
        Signal("KILL", postmaster);
        foreach (var process in backends.Where(process => process != postmaster))
        {
            Signal("CONT", process);
        }
        await Eventually.HoldsAsync(async () => (int)(await service.Http.GetAsync("/health/ready", Cancellation)).StatusCode == 200);
    }

    [Fact]
    public async Task A_second_process_joins_and_takes_over_when_the_first_ends()
    {
        var first = await StartAsync(Options);
        await using var second = await StartAsync(Options);
        second.ProcessId.ShouldBeNull();
        second.ConnectionString.ShouldBe(first.ConnectionString);
        await WriteAsync(second, "shared");
        (await ReadAsync(first)).ShouldBe(["shared"]);

        await first.DisposeAsync();
        await Eventually.HoldsAsync(() => Task.FromResult(second.ProcessId is not null));
        await Eventually.HoldsAsync(() => AnswersAsync(second));
        (await ReadAsync(second)).ShouldBe(["shared"]);
    }

    [Fact]
    public async Task A_process_number_that_now_belongs_to_another_program_does_not_keep_it_from_starting()
    {
        await (await StartAsync(Options)).DisposeAsync();
        await File.WriteAllTextAsync(Path.Combine(Data, "postmaster.pid"), $"{Environment.ProcessId}\n{Data}\n", Cancellation);
        await using var server = await StartAsync(Options);
        (await AskAsync(server, "SELECT 1::text")).ShouldBe("1");
    }

    [Fact]
    public async Task An_initdb_that_was_cut_off_is_begun_again()
    {
        var unfinished = Directory.CreateDirectory(Data + ".unfinished");
        await File.WriteAllTextAsync(Path.Combine(unfinished.FullName, "PG_VERSION"), "15\n", Cancellation);
        await using var server = await StartAsync(Options);
        unfinished.Refresh();
        unfinished.Exists.ShouldBeFalse();
    }

    [Fact]
    public async Task Data_of_another_major_version_is_refused_with_both_versions_named()
    {
        Directory.CreateDirectory(Data);
        await File.WriteAllTextAsync(Path.Combine(Data, "PG_VERSION"), "12\n", Cancellation);
        var fault = await Should.ThrowAsync<OperatorFault>(() => StartAsync(Options));
        fault.Code.ShouldBe("postgres-foreign-version");
        fault.Danish.ShouldContain("Installér PostgreSQL 12");
        fault.English.ShouldContain("postgresql-12");
        Directory.EnumerateFileSystemEntries(Data).Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_directory_with_something_else_in_it_is_left_alone()
    {
        Directory.CreateDirectory(Data);
        await File.WriteAllTextAsync(Path.Combine(Data, "letters.txt"), "dear", Cancellation);
        (await Should.ThrowAsync<OperatorFault>(() => StartAsync(Options))).Code.ShouldBe("postgres-not-a-data-directory");
        File.Exists(Path.Combine(Data, "letters.txt")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_machine_without_PostgreSQL_is_told_what_to_install()
    {
        var fault = await Should.ThrowAsync<OperatorFault>(() => StartAsync(Options with { SearchPlaces = () => ["/usr/lib/none"] }));
        fault.Code.ShouldBe("postgres-missing");
        fault.Danish.ShouldContain("apt-get install postgresql");
        fault.English.ShouldContain("/usr/lib/none");
    }

    [Fact]
    public async Task A_full_disk_is_told_with_what_is_free_and_what_is_needed()
    {
        var fault = await Should.ThrowAsync<OperatorFault>(() => StartAsync(Options with { FreeBytesWanted = long.MaxValue }));
        fault.Code.ShouldBe("postgres-disk-full");
        fault.Danish.ShouldContain("MB fri");
        Directory.Exists(Data).ShouldBeFalse();
    }

    [Fact]
    public async Task A_given_connection_string_is_used_and_nothing_else()
    {
        await using var given = await TestDatabase.CreateAsync(DatabaseTemplate.Empty);
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["INITIATIVES_POSTGRES"] = given.ConnectionString,
            ["INITIATIVES_DATA"] = directory.Path,
        }).Build();
        await using var server = await DatabaseServer.OpenAsync(settings, NullLogger.Instance, Cancellation);
        server.ConnectionString.ShouldBe(given.ConnectionString);
        Directory.EnumerateFileSystemEntries(directory.Path).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("postgres (PostgreSQL) 15.14 (Debian 15.14-0+deb12u1)", 15)]
    [InlineData("postgres (PostgreSQL) 18beta1", 18)]
    [InlineData("something else", null)]
    public void The_major_version_is_read_from_what_the_program_says(string said, int? major) =>
        PostgresBinaries.MajorOf(said).ShouldBe(major);

    private static Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions options) =>
        EmbeddedPostgres.StartAsync(options, NullLogger.Instance, Cancellation);

    private int Postmaster() =>
        int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    private static void Signal(string name, int process)
    {
        using var kill = System.Diagnostics.Process.Start("kill", [$"-{name}", process.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    private static async Task WriteAsync(EmbeddedPostgres server, string word)
    {
        await using var source = NpgsqlDataSource.Create(server.ConnectionString);
        await using var write = source.CreateCommand("CREATE TABLE IF NOT EXISTS words (word text); INSERT INTO words VALUES ('" + word + "')");
        await write.ExecuteNonQueryAsync(Cancellation);
    }

    private static async Task<List<string>> ReadAsync(EmbeddedPostgres server)
    {
        List<string> words = [];
        await using var source = NpgsqlDataSource.Create(server.ConnectionString);
        await using var read = source.CreateCommand("SELECT word FROM words");
        await using var rows = await read.ExecuteReaderAsync(Cancellation);
        while (await rows.ReadAsync(Cancellation))
        {
            words.Add(rows.GetString(0));
        }
        return words;
    }

    private static async Task<string?> AskAsync(EmbeddedPostgres server, string question)
    {
        await using var source = NpgsqlDataSource.Create(server.ConnectionString);
        await using var ask = source.CreateCommand(question);
        return (string?)await ask.ExecuteScalarAsync(Cancellation);
    }

    private static async Task<bool> AnswersAsync(EmbeddedPostgres server)
    {
        try
        {
            return await AskAsync(server, "SELECT 1::text") == "1";
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
