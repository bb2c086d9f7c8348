namespace Headshots.Imaging.Tests.Codecs;

/// <summary>A GIF written by hand (GIF89a specification), since GIF is read here and never written.</summary>
internal static class GifSeed
{
    private const int Side = 16;

    /// <summary>Two frames of 16 × 16: all (200, 30, 30), then all (30, 30, 200).</summary>
    public static byte[] TwoFrames() =>
    [
        .. "GIF89a"u8, Side, 0, Side, 0, 0x80, 0, 0,
        200, 30, 30, 30, 30, 200,
        .. Frame(0),
        .. Frame(1),
        0x3B,
    ];

    /// <summary>
    /// An image of one colour: LZW codes of three bits (minimum code size 2), a clear code before every second pixel so
    /// that the code never grows.
    /// </summary>
    private static byte[] Frame(int colour)
    {
        const int Clear = 4, End = 5, Bits = 3;
        List<int> codes = [];
        for (int i = 0; i < Side * Side; i++)
        {
            if (i % 2 == 0)
            {
                codes.Add(Clear);
            }

            codes.Add(colour);
        }

        codes.Add(End);
        byte[] packed = new byte[((codes.Count * Bits) + 7) / 8];
        for (int i = 0; i < codes.Count * Bits; i++)
        {
            packed[i / 8] |= (byte)(((codes[i / Bits] >> (i % Bits)) & 1) << (i % 8));
        }

        return
        [
            0x2C, 0, 0, 0, 0, Side, 0, Side, 0, 0, 2,
            .. packed.Chunk(255).SelectMany(chunk => (byte[])[(byte)chunk.Length, .. chunk]),
            0,
        ];
    }
}
