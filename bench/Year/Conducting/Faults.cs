using Initiatives.Support;
using Initiatives.Year.Cast;

namespace Initiatives.Year.Conducting;

/// <summary>What goes wrong in a year, drawn from a seed: where the node is killed, and when the mail server is down.</summary>
internal sealed class Faults
{
    // Long enough to be in the middle of a job, a hand-over or a request, and to be past it as well.
    private const int LatestMilliseconds = 120;

    private readonly Random _chance;
    private readonly HashSet<DateTimeOffset> _steps = [];
    private readonly HashSet<(string, string)> _acts = [];
    private readonly List<DateTimeOffset> _kills = [];
    private bool _down;

    private Faults(int seed) => _chance = new Random(seed);

    public static Faults None { get; } = new(0);

    /// <summary>From and to; null when it is up all the time.</summary>
    public (DateTimeOffset From, DateTimeOffset To)? Outage { get; private init; }

    /// <summary>When the node was killed.</summary>
    public IReadOnlyList<DateTimeOffset> Kills => _kills;

    /// <param name="instants">When the service has something to do by itself.</param>
    /// <param name="acts">What people do.</param>
    public static Faults Drawn(int seed, int kills, IEnumerable<DateTimeOffset> instants, IEnumerable<Act> acts, (DateTimeOffset, DateTimeOffset) outage)
    {
        var faults = new Faults(seed) { Outage = outage };
        var due = instants.Distinct().Order().ToList();
        var done = acts.Where(a => a.Name != "import").ToList();
        while (faults._steps.Count < kills - (kills / 4))
            faults._steps.Add(due[faults._chance.Next(due.Count)]);
        while (faults._acts.Count < kills / 4)
        {
            var act = done[faults._chance.Next(done.Count)];
            faults._acts.Add((act.Town, act.Name));
        }
        return faults;
    }

    public DateTimeOffset? NextOf(DateTimeOffset now) =>
        new[] { Outage?.From, Outage?.To }.Concat(_steps.Select(s => (DateTimeOffset?)s)).Where(i => i > now).Min();

    public bool KillsAt(DateTimeOffset now) => _steps.Remove(now);

    public bool KillsDuring(Act act) => _acts.Remove((act.Town, act.Name));

    public async Task AtARandomMomentAsync(DateTimeOffset now)
    {
        _kills.Add(now);
        await Task.Delay(_chance.Next(LatestMilliseconds));
    }

    /// <summary>The request of an act that its node did not live to answer.</summary>
    public async Task LosesAsync(Task act)
    {
        try
        {
            await act;
        }
        catch (Exception lost) when (lost is HttpRequestException or ObjectDisposedException or OperationCanceledException or IOException)
        {
            CutOff++;
        }
    }

    /// <summary>How often somebody got no answer.</summary>
    public int CutOff { get; private set; }

    public async Task OfTheMailServerAsync(MailServer server, DateTimeOffset now)
    {
        var down = Outage is { } outage && outage.From <= now && now < outage.To;
        if (down != _down)
            await (down ? server.DownAsync() : server.UpAsync());
        _down = down;
    }
}
