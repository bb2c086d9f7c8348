namespace Headshots.Imaging;

/// <summary>
/// What a JPEG would make the decoder do, told by its markers alone (ITU-T T.81, annex B). A progressive file of a few
/// kilobytes can ask for thousands of passes over every block, all in one call that nothing can stop.
/// </summary>
internal static class JpegScans
{
    /// <summary>Encoders write about ten; more than this many only wastes time.</summary>
    public const int Most = 100;

    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;
    private const byte Progressive = 0xC2;

    /// <summary>
    /// Why the file is not given to the decoder: it holds more scans than any photo needs, or a frame that no camera,
    /// phone or photo program writes (lossless, hierarchical, arithmetic coding), whose readers are slow and little
    /// tried. Null when there is nothing against it.
    /// </summary>
    public static PhotoError? Refusal(ReadOnlySpan<byte> file)
    {
        int scans = 0;
        int components = int.MaxValue;
        int at = 2;
        while (NextMarker(file, ref at) is { } marker && marker != EndOfImage && at + 8 <= file.Length)
        {
            if (IsFrame(marker))
            {
                if (marker > Progressive)
                {
                    return PhotoErrors.UnusualJpeg;
                }

                components = marker == Progressive ? int.MaxValue : file[at + 7];
            }

            // After a scan of all components a picture that is not progressive is complete: the decoder reads no further.
            if (marker == StartOfScan && (++scans > Most || file[at + 2] >= components))
            {
                return scans > Most ? PhotoErrors.TimedOut : null;
            }

            at += Math.Max((file[at] << 8) | file[at + 1], 2);
        }

        return null;
    }

    /// <summary>C0 baseline, C1 extended, C2 progressive, all with Huffman codes; C4, C8 and CC are not frames.</summary>
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    /// <summary>Steps over anything (compressed data included) to the next marker, and behind it.</summary>
    private static byte? NextMarker(ReadOnlySpan<byte> file, ref int at)
    {
        while (at < file.Length)
        {
            int found = file[at..].IndexOf((byte)0xFF);
            if (found < 0 || at + found + 1 >= file.Length)
            {
                return null;
            }

            at += found + 1;
            byte marker = file[at];

            // 0 stuffs compressed data, FF fills, 01 and D0 to D7 have no content.
            if (marker is not (0x00 or 0x01 or 0xFF or (>= 0xD0 and <= 0xD8)))
            {
                at++;
                return marker;
            }
        }

        return null;
    }
}
