using System.Text.Json;
using System.Text.Unicode;

namespace Initiatives.Api.Features.Interchange;

/// <summary>One entry as it stands in the file.</summary>
/// <param name="List">The field of the document it stands under, e.g. <c>statuses</c>.</param>
/// <param name="Index">Its place in that list; -1 when the field is not a list.</param>
/// <param name="Offset">Bytes from the start of the file.</param>
internal readonly record struct FoundEntry(string List, int Index, long Offset, int Length, JsonElement Json)
{
    public JsonPath Path => Index < 0 ? JsonPath.Root[List] : JsonPath.Root[List][Index];

    /// <summary>A list without elements is found once, so that its name can be judged.</summary>
    public bool IsEmptyList => Length == 0;
}

/// <summary>The document cannot be read any further.</summary>
internal sealed class UnreadableDocument(Domain.Refusal problem, JsonPath path) : Exception(problem.English)
{
    public Domain.Refusal Problem { get; } = problem;

    public JsonPath Path { get; } = path;
}

/// <summary>
/// Walks a document of any size entry by entry; only one entry is in memory at a time. Reads the file synchronously:
/// the reader below is a stack value, and a local file has nothing to wait for.
/// </summary>
internal sealed class DocumentReader(Stream file) : IDisposable
{
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private long _bufferAt;
    private bool _isFinal;
    private JsonReaderState _state = new(Options);
    private JsonDocument? _current;
    private string? _list;
    private int _index = -1;

    private static JsonReaderOptions Options => new() { MaxDepth = Limits.Depth };

    /// <summary>Bytes read so far.</summary>
    public long Position => _bufferAt + _start;

    /// <summary>The next entry, good until the next call; false at the end of the document.</summary>
    /// <exception cref="UnreadableDocument">Not JSON, not UTF-8, too deep or one entry too large.</exception>
    public bool Next(out FoundEntry entry)
    {
        _current?.Dispose();
        _current = null;
        try
        {
            while (true)
            {
                switch (Step(out entry))
                {
                    case Outcome.Entry:
                        return true;
                    case Outcome.End:
                        return false;
                    case Outcome.MoreNeeded:
                        Fill();
                        break;
                    default:
                        break;
                }
            }
        }
        catch (JsonException wrong)
        {
            // The depth is the one limit the reader itself keeps; its message names it and nothing else tells it apart.
            var problem = wrong.Message.Contains("maximum configured depth", StringComparison.OrdinalIgnoreCase)
                ? ImportErrors.TooDeep()
                : ImportErrors.NotJson((wrong.LineNumber ?? 0) + 1, (wrong.BytePositionInLine ?? 0) + 1);
            throw new UnreadableDocument(problem, Here());
        }
        catch (InvalidOperationException)
        {
            // A name whose bytes or escapes are no text.
            throw new UnreadableDocument(ImportErrors.NotUtf8(), Here());
        }
    }

    public void Dispose() => _current?.Dispose();

    private enum Outcome
    {
        Continue,
        Entry,
        End,
        MoreNeeded,
    }

    private Outcome Step(out FoundEntry entry)
    {
        entry = default;
        var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _isFinal, _state);
        if (!reader.Read())
            return _isFinal ? Outcome.End : Outcome.MoreNeeded;
        if (_list is null)
        {
            if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.EndObject or JsonTokenType.PropertyName))
                throw new UnreadableDocument(ImportErrors.NotAnObject(), JsonPath.Root);
            if (reader.TokenType is JsonTokenType.PropertyName)
            {
                var name = reader.GetString()!;
                if (!reader.Read())
                    return Outcome.MoreNeeded;
                if (reader.TokenType is not JsonTokenType.StartArray)
                    return Value(ref reader, name, -1, out entry);
                (_list, _index) = (name, 0);
            }
            Advance(ref reader);
            return Outcome.Continue;
        }
        if (reader.TokenType is JsonTokenType.EndArray)
        {
            if (_index == 0)
                entry = new FoundEntry(_list, 0, Position, 0, default);
            (_list, _index) = (null, -1);
            Advance(ref reader);
            return entry.List is null ? Outcome.Continue : Outcome.Entry;
        }
        var outcome = Value(ref reader, _list, _index, out entry);
        if (outcome is Outcome.Entry)
            _index++;
        return outcome;
    }

    /// <summary>The reader stands on the first token of a value.</summary>
    private Outcome Value(ref Utf8JsonReader reader, string list, int index, out FoundEntry entry)
    {
        entry = default;
        var from = (int)reader.TokenStartIndex;
        if (!JsonDocument.TryParseValue(ref reader, out var document))
        {
            if (_end - _start - from > Limits.EntryBytes)
                throw new UnreadableDocument(ImportErrors.EntryTooLarge(), Here());
            return Outcome.MoreNeeded;
        }
        _current = document;
        var length = (int)reader.BytesConsumed - from;
        if (length > Limits.EntryBytes)
            throw new UnreadableDocument(ImportErrors.EntryTooLarge(), Here());
        if (!Utf8.IsValid(_buffer.AsSpan(_start + from, length)))
            throw new UnreadableDocument(ImportErrors.NotUtf8(), index < 0 ? JsonPath.Root[list] : JsonPath.Root[list][index]);
        entry = new FoundEntry(list, index, Position + from, length, document.RootElement);
        Advance(ref reader);
        return Outcome.Entry;
    }

    private void Advance(ref Utf8JsonReader reader)
    {
        _start += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
    }

    private void Fill()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_bufferAt, _end, _start) = (_bufferAt + _start, _end - _start, 0);
        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = file.ReadAtLeast(_buffer.AsSpan(_end), 1, throwOnEndOfStream: false);
        _isFinal = read == 0;
        _end += read;
        if (_bufferAt == 0 && _start == 0 && _end >= 3 && Position == 0 && _buffer is [0xEF, 0xBB, 0xBF, ..])
            _start = 3;
    }

    private JsonPath Here() => _list is null ? JsonPath.Root : JsonPath.Root[_list][_index];
}
