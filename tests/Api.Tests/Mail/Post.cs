using System.Globalization;
using Initiatives.Api.Mail;
using Initiatives.Api.Tests.Features;
using Initiatives.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Initiatives.Api.Tests.Mail;

/// <summary>A service that sends, what is put in its queue, and what has become of it.</summary>
internal static class Post
{
    public static readonly DateTimeOffset Now = new(2023, 8, 9, 6, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Sends to the server, with a clock that stands.</summary>
    public static Task<ApiHost> StartAsync(MailServer server, params string[] settings) =>
        ApiHost.StartAsync(Now, [.. Words(server), .. settings]);

    /// <summary>The settings of a host that sends to the server.</summary>
    public static IEnumerable<string> Words(MailServer server) => Settings(server).Select(s => $"--{s.Key.Replace("__", ":", StringComparison.Ordinal)}={s.Value}");

    /// <summary>Queues and sends nothing; the clock is the machine's, as that of the processes beside it.</summary>
    public static Task<ApiHost> StartQueueAsync() => ApiHost.StartAsync(TimeProvider.System.GetUtcNow());

    /// <summary>The real program on the queue's database.</summary>
    public static Task<ServiceProcess> ServeAsync(ApiHost queue, MailServer server, params (string Name, string Value)[] and)
    {
        var settings = Settings(server);
        settings["INITIATIVES_POSTGRES"] = queue.ConnectionString;
        settings["INITIATIVES_OPERATOR_TOKEN"] = ApiHost.Token;
        settings["Jobs__Run"] = "false";
        foreach (var (name, value) in and)
            settings[name] = value;
        return ServiceProcess.ServeAsync(settings);
    }

    public static async Task<OutgoingMail> MailAsync(ApiHost host, string address, string subject, string? cause = null)
    {
        var letter = new Letter("da", "Sundhedsklynge Midt", subject, "Du får mailen, fordi en test sendte den.") { Paragraphs = ["Blåbærgrød på øen."] };
        return new(Midt.Cluster, "test", cause ?? subject, new(address), await host.Services.GetRequiredService<LetterPress>().SetAsync(letter));
    }

    public static async Task QueueAsync(ApiHost host, string address, string subject) =>
        (await host.Services.GetRequiredService<Outbox>().QueueAsync(await MailAsync(host, address, subject), Cancellation)).ShouldBeTrue();

    /// <summary>Some mails to some people, in turn: the subjects to each count from 1.</summary>
    public static async Task QueueManyAsync(ApiHost host, int people, int each)
    {
        for (var n = 1; n <= each; n++)
        {
            for (var person = 1; person <= people; person++)
                await QueueAsync(host, $"person-{person}@example.org", $"Mail {n} til {person}");
        }
    }

    public static async Task<bool> AllAsync(ApiHost host, string condition) =>
        (bool)(await host.ScalarAsync($"SELECT coalesce(bool_and({condition}), false) FROM outgoing_mail"))!;

    public static async Task<string?> ErrorAsync(ApiHost host) => (string?)await host.ScalarAsync("SELECT last_error FROM outgoing_mail");

    /// <summary>Everything the server took was taken once, and to each person in the order it was queued.</summary>
    public static async Task ShouldHaveTakenEachOnceInOrderAsync(MailServer server, int people, int each)
    {
        var mails = new List<ReadMail>();
        foreach (var file in server.Taken)
            mails.Add(await MailServer.ReadAsync(file));
        mails.Select(m => m.Headers["Message-ID"]).Distinct().Count().ShouldBe(mails.Count);
        var expected = Enumerable.Range(1, each).Select(n => n.ToString(CultureInfo.InvariantCulture)).ToList();
        foreach (var person in mails.GroupBy(m => m.Headers["To"]))
            person.Select(m => m.Headers["Subject"].Split(' ')[1]).ShouldBe(expected, person.Key);
        mails.Count.ShouldBe(people * each);
    }

    private static Dictionary<string, string> Settings(MailServer server) => new()
    {
        [MailSettings.Server] = $"smtp://127.0.0.1:{server.Port}?starttls=never",
        [MailSettings.Sender] = "Initiatives <initiatives@example.org>",
        ["Mail__Send"] = "true",
        ["Mail__Look"] = "00:00:00.1",
    };
}
