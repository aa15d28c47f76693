namespace Initiatives.EventStore.Tests;

public sealed class VerificationTests(LogDatabase database) : LogTest(database)
{
    private Verification Verification => new(Sources);

    [Fact]
    public async Task An_untouched_record_has_no_findings()
    {
        await GardenAsync();
        var result = await Verification.VerifyAsync(cancellation: Cancellation);
        result.Findings.ShouldBeEmpty();
        (result.Streams, result.Events).ShouldBe((3, 7));
    }

    [Theory]
    [InlineData("""UPDATE mt_events SET data = jsonb_set(data, '{Litres}', '21') WHERE stream_id = 'bed-1' AND version = 2""")]
    [InlineData("UPDATE mt_events SET timestamp = timestamp + interval '1 microsecond' WHERE stream_id = 'bed-1' AND version = 2")]
    [InlineData("""UPDATE mt_events SET headers = headers || '{"actor": "somebody else"}' WHERE stream_id = 'bed-1' AND version = 2""")]
    [InlineData("""UPDATE mt_events SET headers = headers || '{"imported": true}' WHERE stream_id = 'bed-1' AND version = 2""")]
    [InlineData("UPDATE mt_events SET type = 'planted' WHERE stream_id = 'bed-1' AND version = 2")]
    [InlineData("UPDATE mt_events SET correlation_id = 'x' WHERE stream_id = 'bed-1' AND version = 2")]
    [InlineData("UPDATE mt_events SET id = gen_random_uuid() WHERE stream_id = 'bed-1' AND version = 2")]
    [InlineData("UPDATE mt_events SET is_archived = true WHERE stream_id = 'bed-1' AND version = 2")]
    [InlineData("UPDATE mt_events SET headers = headers - 'hash' WHERE stream_id = 'bed-1' AND version = 2")]
    public async Task A_changed_byte_is_found_at_the_event_that_holds_it(string tampering)
    {
        await GardenAsync();
        (await TamperAsync(tampering)).ShouldBe(1);
        (await FindingsAsync()).ShouldContain(f => f.Tenant == Tenant && f.Stream == "bed-1" && f.Version == 2);
    }

    [Fact]
    public async Task One_changed_byte_is_one_finding()
    {
        await GardenAsync();
        await TamperAsync("""UPDATE mt_events SET data = jsonb_set(data, '{Litres}', '21') WHERE stream_id = 'bed-1' AND version = 1""");
        (await FindingsAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_event_removed_from_the_end_is_found()
    {
        await GardenAsync();
        await TamperAsync("DELETE FROM mt_events WHERE stream_id = 'bed-1' AND version = 3");
        (await FindingsAsync()).ShouldAllBe(f => f.Stream == "bed-1" && f.Version == 0);
    }

    [Fact]
    public async Task An_event_removed_from_the_middle_is_found()
    {
        await GardenAsync();
        await TamperAsync("DELETE FROM mt_events WHERE stream_id = 'bed-1' AND version = 2");
        (await FindingsAsync()).ShouldContain(new Finding(Tenant, "bed-1", 3, "Version 2 is missing before it."));
    }

    [Fact]
    public async Task Two_events_that_changed_places_are_found()
    {
        await GardenAsync();
        await TamperAsync("""
            UPDATE mt_events SET version = -version WHERE stream_id = 'bed-1' AND version IN (1, 2);
            UPDATE mt_events SET version = CASE version WHEN -1 THEN 2 ELSE 1 END WHERE stream_id = 'bed-1' AND version < 0;
            """);
        (await FindingsAsync()).Select(f => f.Version).Distinct().ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task Content_copied_from_another_stream_is_found()
    {
        await GardenAsync();
        await TamperAsync("""
            UPDATE mt_events SET data = (SELECT data FROM mt_events WHERE stream_id = 'bed-2' AND version = 1 AND tenant_id = 'midt')
            WHERE stream_id = 'bed-1' AND version = 1
            """);
        (await FindingsAsync()).ShouldHaveSingleItem().Stream.ShouldBe("bed-1");
    }

    [Theory]
    [InlineData("UPDATE mt_streams SET version = 4 WHERE id = 'bed-1'")]
    [InlineData("UPDATE stream_states SET version = 4 WHERE stream_id = 'bed-1'")]
    [InlineData("UPDATE stream_states SET hash = 'x' WHERE stream_id = 'bed-1'")]
    [InlineData("DELETE FROM stream_states WHERE stream_id = 'bed-1'")]
    [InlineData("INSERT INTO stream_states VALUES ('midt', 'bed-1000', 1, 'x', NULL)")]
    public async Task A_head_that_does_not_fit_its_events_is_found(string tampering)
    {
        await GardenAsync();
        (await TamperAsync(tampering)).ShouldBe(1);
        (await FindingsAsync()).ShouldHaveSingleItem().Version.ShouldBe(0);
    }

    [Fact]
    public async Task A_fingerprint_is_contained_however_much_is_written_after_it()
    {
        await GardenAsync();
        var printed = await PrintAsync();
        await WaterAsync("bed-1", 99);
        await WaterAsync("bed-9", 99);
        (await Verification.VerifyFingerprintAsync(Tenant, printed, Cancellation)).ShouldBe(FingerprintAnswer.Contained);
        (await Verification.VerifyFingerprintAsync(OtherTenant, printed, Cancellation)).ShouldBe(FingerprintAnswer.Differs);
    }

    /// <summary>Whoever also mends the heads leaves a chain without a flaw: only what is on paper tells.</summary>
    [Fact]
    public async Task An_end_cut_off_together_with_its_heads_is_found_by_the_fingerprint()
    {
        await GardenAsync();
        var printed = await PrintAsync();
        await TamperAsync("""
            DELETE FROM mt_events WHERE stream_id = 'bed-1' AND version = 3;
            UPDATE mt_streams SET version = 2 WHERE id = 'bed-1';
            UPDATE stream_states SET version = 2, hash = (SELECT headers ->> 'hash' FROM mt_events WHERE stream_id = 'bed-1' AND version = 2)
            WHERE stream_id = 'bed-1';
            """);
        (await FindingsAsync()).ShouldBeEmpty();
        (await Verification.VerifyFingerprintAsync(Tenant, printed, Cancellation)).ShouldBe(FingerprintAnswer.Differs);
    }

    [Fact]
    public async Task A_fingerprint_from_beyond_the_end_of_the_log_says_so()
    {
        await GardenAsync();
        var beyond = await PrintAsync() with { Position = 1_000_000 };
        (await Verification.VerifyFingerprintAsync(Tenant, beyond, Cancellation)).ShouldBe(FingerprintAnswer.NotReached);
    }

    [Theory]
    [InlineData("4711-0123 4567 89ab cdef 0123 4567 89ab cdef 0123 4567")]
    [InlineData(" 4711 - 0123456789ABCDEF 0123456789abcdef01234567\n")]
    public void A_fingerprint_is_read_as_people_type_it(string typed)
    {
        RecordFingerprint.TryParse(typed, out var read).ShouldBeTrue();
        read.ToString().ShouldBe("4711-0123 4567 89ab cdef 0123 4567 89ab cdef 0123 4567");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("4711")]
    [InlineData("4711-0123")]
    [InlineData("-1-0123456789abcdef0123456789abcdef01234567")]
    [InlineData("99999999999999999999-0123456789abcdef0123456789abcdef01234567")]
    public void Anything_else_is_no_fingerprint(string? typed) => RecordFingerprint.TryParse(typed, out _).ShouldBeFalse();

    private async Task<RecordFingerprint> PrintAsync()
    {
        var taken = await Verification.FingerprintAsync(Tenant, await Log.SafePositionAsync(Cancellation), Cancellation);
        RecordFingerprint.TryParse(taken.ToString(), out var printed).ShouldBeTrue();
        return printed;
    }

    private async Task<IReadOnlyList<Finding>> FindingsAsync() => (await Verification.VerifyAsync(cancellation: Cancellation)).Findings;

    /// <summary>Three streams of two tenants, seven events: bed-1 of midt has 3.</summary>
    private async Task GardenAsync()
    {
        for (var i = 1; i <= 3; i++) await WaterAsync("bed-1", i);
        for (var i = 4; i <= 5; i++) await WaterAsync("bed-2", i);
        for (var i = 6; i <= 7; i++) await WaterAsync("bed-2", i, OtherTenant);
    }
}
