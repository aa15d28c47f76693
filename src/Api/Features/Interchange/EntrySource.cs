using System.Buffers;
using System.Text.Json;
using Microsoft.Win32.SafeHandles;

namespace Initiatives.Api.Features.Interchange;

/// <summary>Reads an entry of a scanned file again, where the scan saw it, and says what it tells.</summary>
internal sealed class EntrySource(SafeFileHandle file, Deeds deeds)
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = Limits.Depth };

    private EntryRef _last;
    private IReadOnlyList<Deed> _deeds = [];

    /// <exception cref="IOException">The file is not any more what was scanned.</exception>
    public IReadOnlyList<Deed> DeedsOf(EntryRef entry)
    {
        // One entry's deeds follow each other closely more often than not.
        if (entry == _last && _deeds.Count > 0)
            return _deeds;
        var bytes = ArrayPool<byte>.Shared.Rent(entry.Length);
        try
        {
            var read = 0;
            while (read < entry.Length && RandomAccess.Read(file, bytes.AsSpan(read, entry.Length - read), entry.Offset + read) is var more and > 0)
                read += more;
            using var json = JsonDocument.Parse(bytes.AsMemory(0, read), Options);
            (_last, _deeds) = (entry, Read(entry, json.RootElement));
            return _deeds;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private IReadOnlyList<Deed> Read(EntryRef entry, JsonElement json)
    {
        var problems = new Problems();
        var reader = new EntryReader(problems, (_, _, _) => { });
        var path = entry.Path;
        IReadOnlyList<Deed>? told = entry.List switch
        {
            EntryList.Initiatives => reader.Read<InitiativeEntry>(json, path) is { } e ? deeds.Of(e, path) : null,
            EntryList.Confirmations => reader.Read<ConfirmationEntry>(json, path) is { } e ? deeds.Of(e, path) : null,
            EntryList.Statuses => reader.Read<StatusEntry>(json, path) is { } e ? deeds.Of(e, path) : null,
            EntryList.Remedies => reader.Read<RemedyEntry>(json, path) is { } e ? deeds.Of(e, path) : null,
            EntryList.Escalations => reader.Read<EscalationEntry>(json, path) is { } e ? deeds.Of(e, path) : null,
            _ => EventEntry.Read(reader, json, path, problems) is { } e ? deeds.Of(e, path) : null,
        };
        return told ?? throw new IOException($"{path} is not any more what was scanned.");
    }
}
