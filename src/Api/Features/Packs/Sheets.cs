using Initiatives.Api.Platform.Reading;
using Initiatives.EventStore;
using Initiatives.Reporting.Packs;

namespace Initiatives.Api.Features.Packs;

/// <summary>
/// The sheet of one initiative, as it stands or stood on any day. It is made when somebody asks and kept nowhere: an edition says what was
/// sent to whom, and a sheet was sent to nobody; the record gives the same sheet for the same day again.
/// </summary>
internal sealed class Sheets(ClusterReader records, Verification verification, PackPress press, TimeProvider time)
{
    /// <param name="plan">Plan id; null for the plan in hand.</param>
    /// <param name="number">In the plan.</param>
    /// <param name="asOf">Null for now.</param>
    /// <returns>Null when there is no such cluster or initiative, or was none then.</returns>
    public async Task<CompiledPack?> CompileAsync(string cluster, string? plan, int number, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        // The end of today is ahead of what is known.
        var at = asOf is { } then && then < now ? then : now;
        if ((await records.ReadAsync(cluster, asOf, cancellation))?.In(plan) is not { } record)
            return null;
        var fingerprint = (await verification.FingerprintAsync(cluster, record.Position, cancellation)).ToString();
        return await press.Sheet(record, number, at, fingerprint);
    }

    public static string FileName(int number, DateOnly? day) =>
        FormattableString.Invariant($"{InitiativeSheet.Kind}-{number}{(day is { } on ? $"-{on:yyyy-MM-dd}" : "")}");
}
