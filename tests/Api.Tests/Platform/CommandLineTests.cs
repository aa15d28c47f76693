using Initiatives.Api.CommandLine;
using Initiatives.Support;

namespace Initiatives.Api.Tests.Platform;

public sealed class CommandLineTests
{
    private static readonly Dictionary<string, string> NoPostgres = new() { ["INITIATIVES_POSTGRES_BIN"] = "/usr/lib/none", ["INITIATIVES_DATA"] = "/tmp" };

    [Theory]
    [InlineData("bogus")]
    [InlineData("serve --urls")]
    [InlineData("serve and more")]
    [InlineData("migrate extra")]
    [InlineData("--nonsense")]
    public async Task Wrong_usage_ends_with_2_and_says_so_on_standard_error(string words)
    {
        var (exit, output, errors) = await ServiceProcess.RunAsync(words.Split(' '), NoPostgres);
        exit.ShouldBe(Words.WrongUsage, output + errors);
        output.ShouldBeEmpty();
        errors.ShouldContain("--help");
    }

    [Theory]
    [InlineData("da", "Der er ingen PostgreSQL")]
    [InlineData("en", "There is no PostgreSQL")]
    public async Task A_refusal_ends_with_1_and_its_reason_in_the_language_asked_for(string language, string reason)
    {
        var (exit, output, errors) = await ServiceProcess.RunAsync(["migrate", "--language", language], NoPostgres);
        exit.ShouldBe(Words.Refused);
        output.ShouldBeEmpty();
        errors.ShouldContain(reason);
    }

    [Fact]
    public async Task Migrating_twice_ends_with_0_both_times()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseTemplate.Empty);
        Dictionary<string, string> settings = new() { ["INITIATIVES_POSTGRES"] = database.ConnectionString };
        for (var time = 0; time < 2; time++)
        {
            var (exit, _, errors) = await ServiceProcess.RunAsync(["migrate"], settings);
            exit.ShouldBe(Words.Done, errors);
        }
    }

    [Fact]
    public async Task Help_lists_every_verb()
    {
        var (exit, output, _) = await ServiceProcess.RunAsync(["--help"], NoPostgres);
        exit.ShouldBe(Words.Done);
        foreach (var verb in Verbs.Table("en").Subcommands)
        {
            output.ShouldContain($"  {verb.Name} ");
        }
    }

    [Fact]
    public void Progress_writes_a_line_per_tenth_where_there_is_no_terminal()
    {
        using var output = new StringWriter();
        using (var progress = new Progress("events", total: 1000, output, terminal: false, TimeProvider.System))
        {
            for (var done = 1; done <= 1000; done++)
            {
                progress.Report(done);
            }
        }
        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(10);
        lines[0].ShouldStartWith("10 %  100/1000 events");
        lines[^1].ShouldStartWith("100 %  1000/1000 events");
    }

    [Fact]
    public void Progress_draws_a_bar_that_ends_full_on_a_terminal()
    {
        using var output = new StringWriter();
        using (var progress = new Progress("events", total: 4, output, terminal: true, TimeProvider.System))
        {
            progress.Report(1);
            progress.Report(4);
        }
        output.ToString().ShouldStartWith("\r[#######.......................] 25 %");
        output.ToString().ShouldEndWith("\u001b[K" + Environment.NewLine);
        output.ToString().ShouldContain(new string('#', 30));
    }
}
