using Initiatives.Support;
using Initiatives.Year.Cast;
using Initiatives.Year.Seen;

namespace Initiatives.Year.Conducting;

/// <summary>
/// Goes through the year: sets the clock to the next instant at which anybody has something to do, waits until the service has come to
/// rest, lets people act, and notes which mails have come in. No hour is waited for, and none in which something is due is passed over.
/// </summary>
internal sealed class Conductor(Installation installation, IReadOnlyList<Script> scripts, DateTimeOffset until, Faults faults, Action<DateTimeOffset> told)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly List<ArrivedMail> _arrived = [];
    private readonly Queue<Act> _acts = new(scripts.SelectMany(s => s.Acts).OrderBy(a => a.At));
    private readonly Dictionary<string, Town> _towns = scripts.ToDictionary(s => s.Town.Id, s => s.Town);
    private DateTimeOffset _now;
    private DateTimeOffset _reconciled;

    private readonly HashSet<string> _wrong = [];

    /// <summary>What somebody saw to be wrong.</summary>
    public IReadOnlyCollection<string> Wrong => _wrong;

    /// <summary>How often the clock was set.</summary>
    public int Steps { get; private set; }

    /// <summary>From before the first act until the end.</summary>
    /// <returns>The mails that came in, in the order they did.</returns>
    public async Task<IReadOnlyList<ArrivedMail>> RunAsync(DateTimeOffset from)
    {
        _now = _reconciled = from;
        while (await NextAsync() is { } next && next <= until)
        {
            told(next);
            await StepAsync(next);
            while (_acts.TryPeek(out var act) && act.At <= _now)
                await ActAsync(_acts.Dequeue());
        }
        return _arrived;
    }

    private async Task<DateTimeOffset?> NextAsync()
    {
        var due = new List<DateTimeOffset?> { await installation.Watch.NextAsync(_now), _acts.TryPeek(out var act) ? act.At : null, faults.NextOf(_now) };
        if (await installation.Watch.HourlyAsync(_now) is { } hourly && hourly >= _reconciled + Day)
            due.Add(hourly);
        return due.Min();
    }

    private async Task StepAsync(DateTimeOffset next)
    {
        Steps++;
        _now = next;
        if (await installation.Watch.HourlyAsync(_now.AddTicks(-1)) == next)
            _reconciled = next;
        await faults.OfTheMailServerAsync(installation.Mail, _now);
        await installation.Node.SetClockAsync(_now);
        if (faults.KillsAt(_now))
            await KillAsync();
        await RestAsync();
    }

    private async Task ActAsync(Act act)
    {
        if (faults.KillsDuring(act))
        {
            var cutOff = DoAsync(act);
            await KillAsync();
            await faults.LosesAsync(cutOff);
        }
        await DoAsync(act);
        if (act.Name == "import")
            await installation.GiveTokensAsync(_towns[act.Town], _now);
        await RestAsync();
    }

    private async Task DoAsync(Act act)
    {
        try
        {
            await act.Do(new Desk(installation.Node.Http, _towns[act.Town], act.Name, Installation.OperatorsToken, _wrong));
        }
        catch (InvalidOperationException refused)
        {
            throw new InvalidOperationException($"{act.At:O} {act.Town}, {act.Name}: {refused.Message}", refused);
        }
    }

    private async Task KillAsync()
    {
        await faults.AtARandomMomentAsync(_now);
        await installation.Node.KillAsync();
        await installation.StartNodeAsync(_now);
    }

    private async Task RestAsync()
    {
        await installation.Watch.RestAsync(_now, installation.Node.Instance);
        // What a dead node had begun is taken over when it has not been heard of for a while: time must pass for that.
        while (await installation.Watch.IsOrphanedAsync(installation.Node.Instance))
        {
            _now = _now.AddSeconds(5);
            await installation.Node.SetClockAsync(_now);
            await installation.Watch.CheckedInAsync(_now, installation.Node.Instance);
            await installation.Watch.RestAsync(_now, installation.Node.Instance);
        }
        foreach (var file in installation.Mail.Taken.Skip(_arrived.Count))
            _arrived.Add(new(_now, file));
    }
}
