using Initiatives.Api.Mail;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;
using Npgsql;

namespace Initiatives.Api.Features.Procedures;

/// <summary>
/// Whoever is asked, gets longer, or is to know what it came to is told in the transaction of the fact itself; the reminder and the word that
/// the deadline is over are jobs'. Each is told once, however often either runs.
/// </summary>
internal sealed class TellingOfProcedures(ProcedureMail mail, ProcedureReader procedures, Mailings mailings, Outbox outbox) : Alongside
{
    private const string States = "SELECT stream_id, data FROM stream_states WHERE tenant_id = $1 AND stream_id = ANY ($2)";

    public override bool Concerns(object fact) => fact is ProcedureEvent && NewsOf(fact) is not null;

    public override async Task RunAsync(string tenant, IReadOnlyList<object> facts, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        foreach (var fact in facts.OfType<ProcedureEvent>())
        {
            if (NewsOf(fact) is not { } news) continue;
            var (cluster, state) = await ReadAsync(tenant, fact.Procedure, transaction, cancellation);
            await mailings.MakeAsync(await mail.WriteAsync(cluster, fact.Procedure, state, news, (fact as ProcedureExtended)?.Reason, cancellation), transaction, cancellation);
        }
    }

    public override void Committed() => outbox.Wake();

    /// <summary>A job's: those who have not answered are reminded, or chair and secretariat told that it can be concluded.</summary>
    /// <returns>How many mails were queued; null when it had been told, or there is nothing left to tell.</returns>
    public async Task<int?> TellAsync(Cluster cluster, string procedure, ProcedureNews news, CancellationToken cancellation) =>
        (await procedures.OpenAsync(cluster.Id, cancellation)).FirstOrDefault(p => p.Id == procedure) is { State: { } state }
            ? await mailings.MakeAsync(await mail.WriteAsync(cluster, procedure, state, news, longer: null, cancellation), cancellation)
            : null;

    private static ProcedureNews? NewsOf(object fact) => fact switch
    {
        ProcedureStarted => ProcedureNews.Asked,
        ProcedureExtended => ProcedureNews.Extended,
        ProcedureConcluded => ProcedureNews.Concluded,
        ProcedureWithdrawn => ProcedureNews.Withdrawn,
        _ => null,
    };

    // As they stand in this transaction, which has written them.
    private static async Task<(Cluster Cluster, Procedure State)> ReadAsync(string tenant, string procedure, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        var stream = Streams.Procedure(procedure);
        await using var command = new NpgsqlCommand(States, transaction.Connection, transaction)
        {
            Parameters = { new() { Value = tenant }, new() { Value = new[] { Streams.Cluster, stream } } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var states = new Dictionary<string, string>();
        while (await reader.ReadAsync(cancellation)) states[reader.GetString(0)] = reader.GetString(1);
        return (Noun.Cluster.Read(states[Streams.Cluster]), Noun.Procedure.Read(states[stream]));
    }
}
