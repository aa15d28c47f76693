namespace Initiatives.EventStore.Tests;

public sealed class ReadTests(LogDatabase database) : LogTest(database)
{
    [Fact]
    public async Task A_stream_is_read_as_of_an_instant_a_version_or_a_position()
    {
        var appended = await Log.AppendAsync(new(Tenant,
            [new("bed-1", "garden", StreamHead.None, [Water(1), Water(2), Water(3)], null) { MetadataPerEvent = [At(0), At(10), At(20)] }],
            At(0), []), Cancellation);

        (await LitresAsync(asOf: At(10).Timestamp)).ShouldBe([1, 2]);
        (await LitresAsync(asOf: At(10).Timestamp.AddMicroseconds(-1))).ShouldBe([1]);
        (await LitresAsync(upToVersion: 1)).ShouldBe([1]);
        (await LitresAsync(upToPosition: appended.Position - 1)).ShouldBe([1, 2]);
        (await LitresAsync()).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task Metadata_must_be_given_for_each_event_or_for_none() => await Should.ThrowAsync<ArgumentException>(() => Log.AppendAsync(
        Batch(Tenant, new StreamAppend("bed-1", "garden", StreamHead.None, [Water(1), Water(2)], null) { MetadataPerEvent = [At(0)] }), Cancellation));

    [Fact]
    public async Task The_whole_log_is_read_in_its_order_whatever_the_page_size()
    {
        for (var i = 1; i <= 7; i++) await WaterAsync($"bed-{i % 3}", i, i % 2 == 0 ? Tenant : OtherTenant);
        var end = await Log.SafePositionAsync(Cancellation);

        foreach (var size in new[] { 1, 2, 7, 100 })
        {
            var litres = new List<int>();
            await foreach (var page in Log.ReadPagesAsync(0, end, pageSize: size, cancellation: Cancellation))
            {
                page.Count.ShouldBeLessThanOrEqualTo(size);
                litres.AddRange(page.Select(e => ((Watered)e.Data).Litres));
            }
            litres.ShouldBe([1, 2, 3, 4, 5, 6, 7]);
        }
    }

    [Fact]
    public async Task One_tenants_log_leaves_out_the_others()
    {
        await WaterAsync("bed-1", 1, Tenant);
        await WaterAsync("bed-1", 2, OtherTenant);
        var tenants = new List<string>();
        await foreach (var recorded in Log.ReadAllAsync(0, long.MaxValue, Tenant, Cancellation)) tenants.Add(recorded.Tenant);
        tenants.ShouldBe([Tenant]);
    }

    [Fact]
    public async Task An_event_of_an_old_shape_is_read_in_the_new_one()
    {
        await WaterAsync("bed-1", 1);
        await TamperAsync("""UPDATE mt_events SET type = 'watered', data = '{"Litres": 8, "Text": "tørt"}'""");
        var old = (await Log.ReadStreamAsync(Tenant, "bed-1", cancellation: Cancellation)).ShouldHaveSingleItem();
        old.Type.ShouldBe("watered");
        old.Data.ShouldBeEquivalentTo(new Watered(8, "unknown", new List<string> { "tørt" }));
    }

    [Fact]
    public async Task A_rebuild_goes_through_every_event_once_and_tells_how_far_it_is()
    {
        for (var i = 1; i <= 5; i++) await WaterAsync("bed-1", i);
        var told = new List<RebuildProgress>();
        var folded = 0;

        var position = await Rebuild.RunAsync(Log, (page, _) =>
        {
            folded += page.Count;
            return Task.CompletedTask;
        }, new Told(told), cancellation: Cancellation);

        folded.ShouldBe(5);
        told[^1].ShouldBe(new RebuildProgress(5, 5));
        position.ShouldBe(await Log.SafePositionAsync(Cancellation));
    }

    [Fact]
    public async Task Streams_are_read_whole_and_by_name_however_they_fall_into_pages()
    {
        for (var i = 1; i <= 7; i++) await WaterAsync($"bed-{i % 3}", i, Tenant);
        await WaterAsync("bed-9", 9, OtherTenant);
        // Nobody could decide on it; a rebuild must come past it.
        await TamperAsync($"INSERT INTO stream_states (tenant_id, stream_id, version, hash) VALUES ('{Tenant}', 'bed-', 3, 'x')");

        foreach (var (streams, facts) in new[] { (1, 100), (2, 100), (100, 1), (100, 4), (100, 100) })
        {
            var read = new List<WholeStream>();
            await foreach (var page in Log.ReadStreamsAsync(Tenant, streams, facts, Cancellation))
            {
                page.Count.ShouldBeLessThanOrEqualTo(streams);
                read.AddRange(page);
            }
            read.Select(s => s.Stream).ShouldBe(["bed-", "bed-0", "bed-1", "bed-2"]);
            read.Select(s => string.Join(' ', s.Facts.Select(f => ((Watered)f.Data).Litres))).ShouldBe(["", "3 6", "1 4 7", "2 5"]);
            read[2].Head.ShouldBe((await Log.LoadAsync(Tenant, "bed-1", Cancellation)).Head);
        }
    }

    private async Task<IEnumerable<int>> LitresAsync(long? upToVersion = null, DateTimeOffset? asOf = null, long? upToPosition = null) =>
        (await Log.ReadStreamAsync(Tenant, "bed-1", upToVersion, asOf, upToPosition, Cancellation)).Select(e => ((Watered)e.Data).Litres);

    /// <summary>At once and in order, which System.Progress does not promise.</summary>
    private sealed class Told(List<RebuildProgress> told) : IProgress<RebuildProgress>
    {
        public void Report(RebuildProgress value) => told.Add(value);
    }
}
