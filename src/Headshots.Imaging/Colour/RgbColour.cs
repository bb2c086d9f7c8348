using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace Headshots.Imaging;

/// <summary>An sRGB colour as brand books write it.</summary>
public readonly record struct RgbColour(byte R, byte G, byte B)
{
    /// <summary>sRGB-encoded, [0, 1].</summary>
    public Vector3 Encoded => new Vector3(R, G, B) / 255;

    /// <summary>Linear light, [0, 1].</summary>
    public Vector3 Linear => new(SrgbCurve.OfByte[R], SrgbCurve.OfByte[G], SrgbCurve.OfByte[B]);

    /// <summary>Relative luminance, 0 (black) to 1 (white).</summary>
    public float Luminance => Xyz.Luminance(Linear);

    /// <summary>The nearest colour; values outside [0, 1] are clamped.</summary>
    public static RgbColour FromEncoded(Vector3 encoded)
    {
        Vector3 scaled = (Vector3.Clamp(encoded, Vector3.Zero, Vector3.One) * 255) + new Vector3(0.5f);
        return new RgbColour((byte)scaled.X, (byte)scaled.Y, (byte)scaled.Z);
    }

    /// <summary>Reads "#RRGGBB", in either case.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static RgbColour Parse(string text) =>
        TryParse(text, out RgbColour colour) ? colour : throw new FormatException($"Not a colour like #1A2B3C: {text}");

    /// <summary>Reads "#RRGGBB", in either case.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out RgbColour colour)
    {
        colour = default;
        if (text is not { Length: 7 } || text[0] != '#' || !text.Skip(1).All(char.IsAsciiHexDigit))
        {
            return false;
        }

        int value = int.Parse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        colour = new RgbColour((byte)(value >> 16), (byte)(value >> 8), (byte)value);
        return true;
    }

    /// <summary>WCAG 2 contrast ratio, 1 to 21.</summary>
    public float ContrastWith(RgbColour other) =>
        (MathF.Max(Luminance, other.Luminance) + 0.05f) / (MathF.Min(Luminance, other.Luminance) + 0.05f);

    /// <summary>"#RRGGBB" in capitals.</summary>
    public override string ToString() => $"#{R:X2}{G:X2}{B:X2}";
}
