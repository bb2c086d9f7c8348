namespace Headshots.Imaging.Libvips;

/// <summary>A window on a picture, through which its pixels are computed on the calling thread.</summary>
internal sealed class VipsRegion : GObjectHandle
{
    public VipsRegion(VipsImage image)
        : base(Native.NewRegion(image))
    {
        if (IsInvalid)
        {
            throw VipsException.For("region");
        }
    }

    /// <summary>Lays the window over memory that holds the whole picture.</summary>
    public void Attach(int width, int height)
    {
        if (Native.AttachRegion(this, new VipsRect(0, 0, width, height)) != 0)
        {
            throw VipsException.For("region");
        }
    }

    /// <summary>Computes rows of this window's picture straight into the memory of another one, at (0, <paramref name="targetTop"/>).</summary>
    public void ComputeRows(VipsRegion target, int top, int width, int rows, int targetTop)
    {
        if (Native.PrepareTo(this, target, new VipsRect(0, top, width, rows), 0, targetTop) != 0)
        {
            throw VipsException.For("pixels");
        }
    }
}
