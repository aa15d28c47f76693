using System.Text.Json;

namespace Initiatives.EventStore;

// jsonb keeps a number's value and its trailing zeros, not its spelling: 1e2 comes back as 100, -0 as 0, 1.50 as 1.50.
internal sealed partial class CanonicalJson
{
    private void WriteNumber(ReadOnlySpan<byte> number)
    {
        if (number.IndexOfAny("eE"u8) is var e and >= 0)
        {
            WriteExponent(number[..e], number[(e + 1)..]);
            return;
        }
        if (number.Contains((byte)'.')) number = number.TrimEnd((byte)'0').TrimEnd((byte)'.');
        WriteRaw(number.SequenceEqual("-0"u8) ? "0"u8 : number);
    }

    private void WriteExponent(ReadOnlySpan<byte> mantissa, ReadOnlySpan<byte> power)
    {
        if (power[0] == (byte)'+') power = power[1..];
        // numeric ends at 131072 digits before the point; PostgreSQL would refuse the value anyway.
        if (!int.TryParse(power, out var exponent) || Math.Abs(exponent) > 131_072) throw new JsonException("A number out of range.");
        var negative = mantissa[0] == (byte)'-';
        if (negative) mantissa = mantissa[1..];
        var point = mantissa.IndexOf((byte)'.');
        var digits = new byte[mantissa.Length];
        mantissa[..(point < 0 ? mantissa.Length : point)].CopyTo(digits);
        var count = mantissa.Length;
        if (point >= 0)
        {
            mantissa[(point + 1)..].CopyTo(digits.AsSpan(point));
            exponent -= --count - point;
        }
        var significant = digits.AsSpan(0, count).TrimStart((byte)'0');
        var trimmed = significant.TrimEnd((byte)'0');
        exponent += significant.Length - trimmed.Length;
        if (trimmed.IsEmpty)
        {
            WriteRaw("0"u8);
            return;
        }
        if (negative) Take(1)[0] = (byte)'-';
        var whole = trimmed.Length + exponent;
        if (whole <= 0)
        {
            WriteRaw("0."u8);
            Take(-whole).Fill((byte)'0');
            WriteRaw(trimmed);
        }
        else if (exponent >= 0)
        {
            WriteRaw(trimmed);
            Take(exponent).Fill((byte)'0');
        }
        else
        {
            WriteRaw(trimmed[..whole]);
            Take(1)[0] = (byte)'.';
            WriteRaw(trimmed[whole..]);
        }
    }
}
