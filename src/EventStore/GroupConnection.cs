using Npgsql;

namespace Initiatives.EventStore;

/// <summary>
/// Sends groups of appends, one at a time, on a connection that it keeps, with the commands that were made for it: Npgsql then finds out the
/// types of some twenty parameters once, and not with every append.
/// </summary>
internal sealed class GroupConnection(NpgsqlDataSource source) : IAsyncDisposable
{
    private readonly List<AppendCommand> _appends = [];
    private NpgsqlBatch? _batch;

    /// <summary>Leaves each entry's position in it; in none when anything failed and all was undone.</summary>
    public async Task SendAsync(GroupCommit.Entry[] group)
    {
        var batch = await OpenAsync();
        var asked = Fill(batch.BatchCommands, group);
        try
        {
            await using var reader = await batch.ExecuteReaderAsync();
            for (var i = 0; i < asked; i++) await reader.NextResultAsync();
            var positions = new long[group.Length];
            for (var i = 0; i < positions.Length; i++)
            {
                await reader.ReadAsync();
                positions[i] = reader.GetInt64(0);
                await reader.NextResultAsync();
            }
            // Errors of later statements surface only by walking to the end.
            while (await reader.NextResultAsync()) { }
            for (var i = 0; i < positions.Length; i++) group[i].Position = positions[i];
        }
        catch (PostgresException e) when (e.InvariantSeverity == "ERROR")
        {
            // Undone, where a FATAL may come after the commit. Whose fault it was is found out by each going alone.
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_batch is not { Connection: { } connection }) return;
        await _batch.DisposeAsync();
        await connection.DisposeAsync();
        _batch = null;
    }

    private async ValueTask<NpgsqlBatch> OpenAsync()
    {
        if (_batch is { Connection.FullState: System.Data.ConnectionState.Open })
        {
            _batch.BatchCommands.Clear();
            return _batch;
        }
        await DisposeAsync();
        _appends.Clear();
        return _batch = new(await source.OpenConnectionAsync());
    }

    /// <returns>How many statements it takes to ask whether everything stands that the group was decided on.</returns>
    private int Fill(NpgsqlBatchCommandCollection statements, GroupCommit.Entry[] group)
    {
        Ask(statements, group);
        var asked = statements.Count;
        while (_appends.Count < group.Length) _appends.Add(new());
        for (var i = 0; i < group.Length; i++) statements.Add(_appends[i].With(group[i].Facts));
        var named = group[^1].Tenant;
        foreach (var entry in group)
        {
            // What goes alongside runs behind its own tenant's wall.
            if (entry.Tenant != named) statements.Add(EventStoreDataSources.TenantSetting(named = entry.Tenant));
            foreach (var alongside in entry.Alongside) statements.Add(alongside);
        }
        return asked;
    }

    private static void Ask(NpgsqlBatchCommandCollection statements, GroupCommit.Entry[] group)
    {
        var (tenant, premises) = (group[0].Tenant, group[0].Premises);
        foreach (var entry in group.AsSpan(1))
        {
            if (entry.Tenant == tenant && premises.And(entry.Premises) is { } both)
            {
                premises = both;
                continue;
            }
            statements.Add(premises.Ask(tenant));
            (tenant, premises) = (entry.Tenant, entry.Premises);
        }
        statements.Add(premises.Ask(tenant));
    }
}
