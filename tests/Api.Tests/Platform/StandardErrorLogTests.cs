using Initiatives.Api.Platform;
using Initiatives.Api.Tests.Features;
using Microsoft.Extensions.Logging;
using Shouldly;

namespace Initiatives.Api.Tests.Platform;

public sealed class StandardErrorLogTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 10, 0, 0, TimeSpan.FromHours(1));

    [Fact]
    public void An_entry_is_one_line_with_the_instant_in_UTC_the_level_and_who_says_it()
    {
        Logged(log => log.Log(LogLevel.Information, new EventId(7), "Posted.", null, (words, _) => words))
            .ShouldBe("2026-03-02T09:00:00Z info: Initiatives.Api.Posting[7] Posted.\n");
    }

    [Fact]
    public void A_message_with_line_breaks_cannot_make_up_an_entry_of_its_own()
    {
        Logged(log => log.Log(LogLevel.Warning, default, "a\r\n2026-03-02T09:00:00Z crit: b\nc\rd", null, (words, _) => words))
            .ShouldBe("2026-03-02T09:00:00Z warn: Initiatives.Api.Posting[0] a 2026-03-02T09:00:00Z crit: b c d\n");
    }

    [Fact]
    public void An_exception_stands_on_the_line_of_its_entry()
    {
        Logged(log => log.Log(LogLevel.Error, default, "Failed.", new InvalidOperationException("It was\nlate."), (words, _) => words))
            .ShouldBe("2026-03-02T09:00:00Z fail: Initiatives.Api.Posting[0] Failed. System.InvalidOperationException: It was late.\n");
    }

    [Fact]
    public void A_full_disk_under_the_log_fails_nobody()
    {
        using var provider = new StandardErrorLog(new FullDisk(), new StandingClock(Now));
        Should.NotThrow(() => provider.CreateLogger("Initiatives").LogWarning("Late."));
    }

    private static string Logged(Action<ILogger> say)
    {
        using var written = new StringWriter();
        using var provider = new StandardErrorLog(written, new StandingClock(Now));
        say(provider.CreateLogger("Initiatives.Api.Posting"));
        return written.ToString();
    }

    private sealed class FullDisk : StringWriter
    {
        public override void Write(string? value) => throw new IOException("No space left on device");
    }
}
