namespace Headshots.Imaging.Libvips;

/// <summary>
/// A picture or the recipe for one: libvips computes pixels when a region asks for them. Memory that a picture was
/// opened over must stay pinned until the picture, and every picture made from it, is disposed.
/// </summary>
internal sealed class VipsImage(nint handle) : GObjectHandle(handle)
{
    public int Width => Native.Width(this);

    public int Height => Native.Height(this);

    public int Bands => Native.Bands(this);

    public VipsFormat Format => (VipsFormat)Native.Format(this);

    public VipsInterpretation Interpretation => (VipsInterpretation)Native.Interpretation(this);

    public bool HasAlpha => Native.HasAlpha(this) != 0;

    /// <summary>EXIF orientation, 1 to 8; 1 where the file says nothing sensible.</summary>
    public int Orientation => Native.Orientation(this) is >= 1 and <= 8 and int orientation ? orientation : 1;

    public int Pages => Math.Max(1, Native.Pages(this));

    /// <summary>Bytes as a picture, without a copy: keep them pinned.</summary>
    public static VipsImage OverMemory(nint pixels, int width, int height, int bands)
    {
        nint image = Native.NewImageFromMemory(
            pixels, checked((nuint)width * (nuint)height * (nuint)bands), width, height, bands, (int)VipsFormat.UInt8);
        return image != 0 ? new VipsImage(image) : throw VipsException.For("image from memory");
    }

    public bool Has(string field) => Native.TypeOfField(this, field) != 0;

    /// <summary>A metadata blob; empty where there is none. It lives as long as this picture.</summary>
    public unsafe ReadOnlySpan<byte> Blob(string field) =>
        Has(field) && Native.GetBlob(this, field, out nint data, out nuint length) == 0
            ? new ReadOnlySpan<byte>((void*)data, checked((int)length))
            : default;

    public void SetBlob(string field, ReadOnlySpan<byte> data) => Native.SetBlob(this, field, data, (nuint)data.Length);
}

/// <summary>VipsBandFormat, as far as it is looked at here.</summary>
internal enum VipsFormat
{
    UInt8 = 0,
    UInt16 = 2,
    Float = 6,
}

/// <summary>VipsInterpretation, as far as it is looked at here.</summary>
internal enum VipsInterpretation
{
    Multiband = 0,
    BlackWhite = 1,
    Xyz = 12,
    Lab = 13,
    Cmyk = 15,
    Labq = 16,
    Labs = 21,
    Srgb = 22,
    Rgb16 = 25,
    Grey16 = 26,
    ScRgb = 28,
}
