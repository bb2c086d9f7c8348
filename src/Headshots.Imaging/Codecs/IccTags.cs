using System.Buffers.Binary;

namespace Headshots.Imaging;

/// <summary>
/// Reads the tags of an ICC profile that describe a display: primaries and tone curves (ICC.1:2022 sections 7.2, 7.3,
/// 10.6, 10.18 and 10.31). Reads hostile bytes: what is out of place is absent.
/// </summary>
internal readonly ref struct IccTags
{
    private const int HeaderLength = 128;
    private const uint MostTags = 100;

    private readonly ReadOnlySpan<byte> _profile;

    public IccTags(ReadOnlySpan<byte> profile) => _profile = profile;

    /// <summary>RGB in, XYZ between, and no lookup table that would override primaries and curves.</summary>
    public bool IsMatrixRgb =>
        _profile.Length > HeaderLength + 4
        && _profile[16..].StartsWith("RGB XYZ "u8)
        && _profile[36..].StartsWith("acsp"u8)
        && Find("A2B0"u8).IsEmpty
        && Find("A2B1"u8).IsEmpty;

    /// <summary>X, Y and Z of a primary, adapted to D50.</summary>
    public double[]? Primary(ReadOnlySpan<byte> name)
    {
        ReadOnlySpan<byte> tag = Find(name);
        return tag.Length >= 20 && tag.StartsWith("XYZ "u8) ? [Fixed(tag, 8), Fixed(tag, 12), Fixed(tag, 16)] : null;
    }

    /// <summary>Linear light for each of the 256 eight-bit values, or null where the curve is not understood.</summary>
    public double[]? Curve(ReadOnlySpan<byte> name)
    {
        ReadOnlySpan<byte> tag = Find(name);
        double[] linear = new double[256];
        for (int i = 0; i < linear.Length; i++)
        {
            double value = tag.StartsWith("curv"u8) ? Sampled(tag, i / 255.0)
                : tag.StartsWith("para"u8) ? Parametric(tag, i / 255.0)
                : double.NaN;
            if (!double.IsFinite(value))
            {
                return null;
            }

            linear[i] = Math.Clamp(value, 0, 1);
        }

        return linear;
    }

    private static double Sampled(ReadOnlySpan<byte> tag, double x)
    {
        uint count = tag.Length >= 12 ? BinaryPrimitives.ReadUInt32BigEndian(tag[8..]) : uint.MaxValue;
        if (count > (tag.Length - 12) / 2)
        {
            return double.NaN;
        }

        if (count < 2)
        {
            return count == 0 ? x : Math.Pow(x, BinaryPrimitives.ReadUInt16BigEndian(tag[12..]) / 256.0);
        }

        double at = x * (count - 1);
        int low = (int)Math.Min(at, count - 2);
        double first = BinaryPrimitives.ReadUInt16BigEndian(tag[(12 + (low * 2))..]);
        double second = BinaryPrimitives.ReadUInt16BigEndian(tag[(14 + (low * 2))..]);
        return (first + ((second - first) * (at - low))) / 65535;
    }

    /// <summary>Function types 0 to 4, with 1, 3, 4, 5 and 7 parameters in the order g, a, b, c, d, e, f.</summary>
    private static double Parametric(ReadOnlySpan<byte> tag, double x)
    {
        int type = tag.Length >= 12 ? BinaryPrimitives.ReadUInt16BigEndian(tag[8..]) : int.MaxValue;
        ReadOnlySpan<int> counts = [1, 3, 4, 5, 7];
        if (type >= counts.Length || tag.Length < 12 + (counts[type] * 4))
        {
            return double.NaN;
        }

        Span<double> p = stackalloc double[7];
        for (int i = 0; i < counts[type]; i++)
        {
            p[i] = Fixed(tag, 12 + (i * 4));
        }

        double power = type == 0 ? Math.Pow(x, p[0]) : Math.Pow(Math.Max((p[1] * x) + p[2], 0), p[0]);
        return type switch
        {
            0 => power,
            1 => x >= -p[2] / p[1] ? power : 0,
            2 => x >= -p[2] / p[1] ? power + p[3] : p[3],
            3 => x >= p[4] ? power : p[3] * x,
            _ => x >= p[4] ? power + p[5] : (p[3] * x) + p[6],
        };
    }

    /// <summary>s15Fixed16Number.</summary>
    private static double Fixed(ReadOnlySpan<byte> tag, int at) => BinaryPrimitives.ReadInt32BigEndian(tag[at..]) / 65536.0;

    private ReadOnlySpan<byte> Find(ReadOnlySpan<byte> name)
    {
        uint count = Math.Min(BinaryPrimitives.ReadUInt32BigEndian(_profile[HeaderLength..]), MostTags);
        for (int at = HeaderLength + 4; count > 0 && at + 12 <= _profile.Length; at += 12, count--)
        {
            if (_profile[at..].StartsWith(name))
            {
                uint offset = BinaryPrimitives.ReadUInt32BigEndian(_profile[(at + 4)..]);
                uint length = BinaryPrimitives.ReadUInt32BigEndian(_profile[(at + 8)..]);
                return (ulong)offset + length <= (ulong)_profile.Length ? _profile.Slice((int)offset, (int)length) : default;
            }
        }

        return default;
    }
}
