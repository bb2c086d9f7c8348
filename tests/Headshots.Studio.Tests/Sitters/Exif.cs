namespace Headshots.Studio.Tests.Sitters;

/// <summary>What a camera notes in its files.</summary>
internal static class Exif
{
    /// <summary>A JPEG that says through what lens it was taken.</summary>
    /// <param name="jpeg">A JPEG without EXIF.</param>
    /// <param name="focal35">Focal length in millimetres for a frame of 36 × 24 mm.</param>
    public static byte[] WithFocalLength(byte[] jpeg, int focal35)
    {
        byte[] block =
        [
            .. "Exif\0\0II*\0"u8, 8, 0, 0, 0,
            1, 0,
            0x69, 0x87, 4, 0, 1, 0, 0, 0, 26, 0, 0, 0,
            0, 0, 0, 0,
            1, 0,
            0x05, 0xA4, 3, 0, 1, 0, 0, 0, (byte)focal35, (byte)(focal35 >> 8), 0, 0,
            0, 0, 0, 0,
        ];
        int length = block.Length + 2;
        return [.. jpeg[..2], 0xFF, 0xE1, (byte)(length >> 8), (byte)length, .. block, .. jpeg[2..]];
    }
}
