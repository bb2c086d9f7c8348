using System.Runtime.InteropServices;

namespace Headshots.Imaging.Libvips;

/// <summary>Owns one reference to a GObject.</summary>
internal abstract class GObjectHandle : SafeHandle
{
    protected GObjectHandle(nint handle)
        : base(0, ownsHandle: true) => SetHandle(handle);

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        Native.Unref(handle);
        return true;
    }
}
