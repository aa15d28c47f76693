namespace Initiatives.Api.Mail;

/// <summary>Wakes this process's senders when mail was queued here. A hint: they look by themselves now and then.</summary>
internal sealed class MailSignal
{
    private TaskCompletionSource _next = New();

    /// <summary>Completes at the next call of <see cref="Raise"/>. Take it before looking in the queue, await it after, and nothing is missed.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void Raise() => Interlocked.Exchange(ref _next, New()).SetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
