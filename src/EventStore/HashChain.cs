using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Initiatives.EventStore;

/// <summary>
/// Each event's hash covers the event and the hash before it, so a byte changed anywhere breaks every hash after it.
/// SHA-256 over these fields, each as UTF-8 preceded by its length in four bytes, big-endian (null as empty):
/// previous hash, tenant, stream, version, id, type, timestamp (yyyy-MM-ddTHH:mm:ss.ffffffZ), data, headers without
/// <c>prev</c> and <c>hash</c>, correlation id, causation id; data and headers as <see cref="CanonicalJson"/>.
/// </summary>
internal static class HashChain
{
    [ThreadStatic] private static CanonicalJson? t_buffer;

    /// <summary>The event's own hash, 64 lower-case hex digits.</summary>
    public static string Next(
        string previous, string tenant, string stream, long version, Guid id, string type, DateTime timestamp,
        ReadOnlySpan<byte> data, ReadOnlySpan<byte> headers, string? correlation, string? causation)
    {
        var buffer = t_buffer ??= new CanonicalJson();
        buffer.Clear();
        WriteText(buffer, previous);
        WriteText(buffer, tenant);
        WriteText(buffer, stream);
        WriteFormatted(buffer, version, default);
        WriteFormatted(buffer, id, "D");
        WriteText(buffer, type);
        WriteFormatted(buffer, timestamp, "yyyy-MM-ddTHH:mm:ss.ffffffZ");
        WriteJson(buffer, data, default, default);
        WriteJson(buffer, headers, "prev"u8, "hash"u8);
        WriteText(buffer, correlation);
        WriteText(buffer, causation);

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(buffer.Written, hash);
        return Convert.ToHexStringLower(hash);
    }

    private static void WriteText(CanonicalJson buffer, string? text)
    {
        var length = Encoding.UTF8.GetByteCount(text ?? "");
        BinaryPrimitives.WriteInt32BigEndian(buffer.Take(4), length);
        Encoding.UTF8.GetBytes(text ?? "", buffer.Take(length));
    }

    private static void WriteFormatted<T>(CanonicalJson buffer, T value, ReadOnlySpan<char> format) where T : IUtf8SpanFormattable
    {
        Span<byte> text = stackalloc byte[64];
        value.TryFormat(text, out var length, format, CultureInfo.InvariantCulture);
        BinaryPrimitives.WriteInt32BigEndian(buffer.Take(4), length);
        buffer.WriteRaw(text[..length]);
    }

    private static void WriteJson(CanonicalJson buffer, ReadOnlySpan<byte> json, ReadOnlySpan<byte> except1, ReadOnlySpan<byte> except2)
    {
        var at = buffer.Written.Length;
        buffer.Take(4);
        if (!json.IsEmpty) buffer.Write(json, except1, except2);
        BinaryPrimitives.WriteInt32BigEndian(buffer.At(at), buffer.Written.Length - at - 4);
    }
}
