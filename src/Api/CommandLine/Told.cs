namespace Initiatives.Api.CommandLine;

/// <summary>
/// Tells a bar how far it is, on the thread that does the work: <see cref="System.Progress{T}"/> would tell it later and out of
/// order.
/// </summary>
internal sealed class Told(Progress bar) : IProgress<long>
{
    public static Told To(Progress bar) => new(bar);

    public void Report(long value) => bar.Report(value);
}
