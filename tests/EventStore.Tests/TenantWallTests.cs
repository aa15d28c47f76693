using Npgsql;

namespace Initiatives.EventStore.Tests;

public sealed class TenantWallTests(LogDatabase database) : LogTest(database)
{
    [Fact]
    public async Task A_request_sees_its_own_cluster_even_when_the_query_forgets_to_ask_for_it()
    {
        await WaterAsync("bed-1", 1, Tenant);
        await WaterAsync("bed-1", 2, OtherTenant);

        foreach (var table in new[] { "mt_events", "mt_streams", "stream_states" })
        {
            (await AsAppAsync(Tenant, $"SELECT string_agg(tenant_id, ' ') FROM {table}")).ShouldBe(Tenant, table);
        }
    }

    [Fact]
    public async Task A_request_that_names_no_cluster_sees_nothing()
    {
        await WaterAsync("bed-1", 1);
        await using var command = Sources.App.CreateCommand("SELECT count(*) FROM mt_events");
        (await command.ExecuteScalarAsync(Cancellation)).ShouldBe(0L);
    }

    [Fact]
    public async Task The_cluster_named_in_one_request_is_forgotten_before_the_next()
    {
        await WaterAsync("bed-1", 1);
        await using var connection = await Sources.App.OpenConnectionAsync(Cancellation);
        await using (var transaction = await connection.BeginTransactionAsync(Cancellation))
        {
            var head = (await Log.LoadAsync(Tenant, "bed-1", Cancellation)).Head;
            await Log.AppendAsync(To("bed-1", head, Water(2)), transaction, Cancellation);
            await transaction.CommitAsync(Cancellation);
        }
        await using var command = new NpgsqlCommand("SELECT count(*) FROM mt_events", connection);
        (await command.ExecuteScalarAsync(Cancellation)).ShouldBe(0L);
    }

    [Fact]
    public async Task A_request_cannot_write_into_another_cluster()
    {
        var error = await Should.ThrowAsync<PostgresException>(() => AsAppAsync(
            Tenant, "INSERT INTO mt_streams (tenant_id, id, version) VALUES ('syd', 'bed-1', 1) RETURNING id"));
        error.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Theory]
    [InlineData("UPDATE mt_events SET data = '{}'")]
    [InlineData("DELETE FROM mt_events")]
    [InlineData("TRUNCATE mt_events CASCADE")]
    [InlineData("DELETE FROM mt_streams")]
    [InlineData("DELETE FROM stream_states")]
    [InlineData("ALTER TABLE mt_events DISABLE ROW LEVEL SECURITY")]
    [InlineData("SELECT protect_tenant_table('mt_events', 'ALL')")]
    public async Task Neither_role_can_change_or_remove_what_was_written(string sql)
    {
        await WaterAsync("bed-1", 1);
        foreach (var role in new[] { Sources.App, Sources.System })
        {
            await using var command = role.CreateCommand(sql);
            var error = await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Cancellation));
            error.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        }
    }

    [Fact]
    public async Task A_read_model_is_protected_by_one_line_in_its_migration()
    {
        await TamperAsync("CREATE TABLE rows (tenant_id text, n int); SELECT protect_tenant_table('rows'); SELECT protect_tenant_table('rows')");
        await AsAppAsync(Tenant, "INSERT INTO rows VALUES ('midt', 1) RETURNING n");
        (await AsAppAsync(OtherTenant, "SELECT count(*) FROM rows")).ShouldBe(0L);
        await using var system = Sources.System.CreateCommand("DELETE FROM rows");
        (await system.ExecuteNonQueryAsync(Cancellation)).ShouldBe(1);
    }

    private async Task<object?> AsAppAsync(string tenant, string sql)
    {
        await using var connection = await Sources.App.OpenConnectionAsync(Cancellation);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { EventStoreDataSources.TenantSetting(tenant), new(sql) } };
        await using var reader = await batch.ExecuteReaderAsync(Cancellation);
        await reader.NextResultAsync(Cancellation);
        return await reader.ReadAsync(Cancellation) ? reader.GetValue(0) : null;
    }
}
