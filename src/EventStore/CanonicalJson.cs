using System.Buffers;
using System.Text.Json;

namespace Initiatives.EventStore;

/// <summary>
/// JSON in the one form that is hashed, so that what jsonb gives back hashes as what was sent: members sorted by the bytes
/// of their names, no white space, strings with no other escapes than \" \\ and \u00xx below U+0020, numbers as plain
/// decimals without exponent, leading or trailing zeros, and no minus zero. Runs on every append: one pass over the bytes,
/// buffers kept, nothing allocated. Not for two threads at once.
/// </summary>
internal sealed partial class CanonicalJson
{
    private readonly record struct Member(int Start, int KeyEnd, int End);

    private byte[] _out = new byte[4096];
    private byte[] _scratch = new byte[4096];
    private int _length;
    private Member[] _members = new Member[64];
    private int _memberCount;
    private readonly Comparison<Member> _byKey;

    public CanonicalJson() => _byKey = (a, b) => _out.AsSpan(a.Start..a.KeyEnd).SequenceCompareTo(_out.AsSpan(b.Start..b.KeyEnd));

    public ReadOnlySpan<byte> Written => _out.AsSpan(0, _length);

    public void Clear()
    {
        _length = 0;
        _memberCount = 0;
        // One 300 kB text must not stay in every thread's pocket.
        if (_out.Length > 1 << 18) (_out, _scratch) = (new byte[4096], new byte[4096]);
    }

    public void WriteRaw(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    /// <summary>The next <paramref name="count"/> bytes of the output, for the caller to fill.</summary>
    public Span<byte> Take(int count)
    {
        if (_out.Length - _length < count) Array.Resize(ref _out, Math.Max(_out.Length * 2, _length + count));
        var span = _out.AsSpan(_length, count);
        _length += count;
        return span;
    }

    /// <summary>Bytes already written, from <paramref name="start"/>, for a length that is known only afterwards.</summary>
    public Span<byte> At(int start) => _out.AsSpan(start.._length);

    /// <summary>Appends one JSON value in canonical form, leaving out the named members of its outermost object.</summary>
    /// <exception cref="JsonException">Not JSON, or an object that names a member twice: jsonb would keep only one of them.</exception>
    public void Write(ReadOnlySpan<byte> json, ReadOnlySpan<byte> except1 = default, ReadOnlySpan<byte> except2 = default)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartObject) WriteObject(ref reader, except1, except2);
        else WriteValue(ref reader);
        if (reader.Read()) throw new JsonException("More than one JSON value.");
    }

    private void WriteValue(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                WriteObject(ref reader, default, default);
                break;
            case JsonTokenType.StartArray:
                Take(1)[0] = (byte)'[';
                var empty = true;
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    empty = false;
                    WriteValue(ref reader);
                    Take(1)[0] = (byte)',';
                }
                Close((byte)']', empty);
                break;
            case JsonTokenType.String:
                WriteString(ref reader);
                break;
            case JsonTokenType.Number:
                WriteNumber(reader.ValueSpan);
                break;
            default:
                WriteRaw(reader.ValueSpan);
                break;
        }
    }

    private void WriteObject(ref Utf8JsonReader reader, ReadOnlySpan<byte> except1, ReadOnlySpan<byte> except2)
    {
        Take(1)[0] = (byte)'{';
        var first = _memberCount;
        var begin = _length;
        var sorted = true;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if ((!except1.IsEmpty && reader.ValueTextEquals(except1)) || (!except2.IsEmpty && reader.ValueTextEquals(except2)))
            {
                reader.Skip();
                continue;
            }
            var start = _length;
            WriteString(ref reader);
            var keyEnd = _length;
            Take(1)[0] = (byte)':';
            reader.Read();
            WriteValue(ref reader);
            Take(1)[0] = (byte)',';

            if (_memberCount == _members.Length) Array.Resize(ref _members, _members.Length * 2);
            var member = new Member(start, keyEnd, _length);
            if (_memberCount > first) sorted &= Ascending(_byKey(_members[_memberCount - 1], member), member);
            _members[_memberCount++] = member;
        }
        if (!sorted) Sort(_members.AsSpan(first.._memberCount), begin);
        Close((byte)'}', _memberCount == first && _length == begin);
        _memberCount = first;
    }

    private void Sort(Span<Member> members, int begin)
    {
        members.Sort(_byKey);
        if (_scratch.Length < _out.Length) _scratch = new byte[_out.Length];
        var at = 0;
        for (var i = 0; i < members.Length; i++)
        {
            if (i > 0) Ascending(_byKey(members[i - 1], members[i]), members[i]);
            var bytes = _out.AsSpan(members[i].Start..members[i].End);
            bytes.CopyTo(_scratch.AsSpan(at));
            at += bytes.Length;
        }
        _scratch.AsSpan(0, at).CopyTo(_out.AsSpan(begin));
    }

    private bool Ascending(int comparison, Member member) => comparison != 0
        ? comparison < 0
        : throw new JsonException($"The member {System.Text.Encoding.UTF8.GetString(_out.AsSpan(member.Start..member.KeyEnd))} stands twice.");

    /// <summary>Ends an object or an array over its last comma.</summary>
    private void Close(byte bracket, bool empty)
    {
        if (empty) Take(1)[0] = bracket;
        else _out[_length - 1] = bracket;
    }

    private void WriteString(ref Utf8JsonReader reader)
    {
        Take(1)[0] = (byte)'"';
        if (!reader.ValueIsEscaped)
        {
            WriteRaw(reader.ValueSpan);
        }
        else
        {
            var rented = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
            var length = reader.CopyString(rented);
            foreach (var b in rented.AsSpan(0, length))
            {
                switch (b)
                {
                    case (byte)'"': WriteRaw("\\\""u8); break;
                    case (byte)'\\': WriteRaw("\\\\"u8); break;
                    case < 0x20:
                        WriteRaw("\\u00"u8);
                        var hex = Take(2);
                        hex[0] = "0123456789abcdef"u8[b >> 4];
                        hex[1] = "0123456789abcdef"u8[b & 15];
                        break;
                    default: Take(1)[0] = b; break;
                }
            }
            ArrayPool<byte>.Shared.Return(rented);
        }
        Take(1)[0] = (byte)'"';
    }
}
