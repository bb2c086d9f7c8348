using System.Runtime.InteropServices;
using Headshots.Imaging;

namespace Headshots.Studio.Matting;

/// <summary>Where the planes begin: looked up once per stretch of rows, not once per pixel.</summary>
internal readonly ref struct LayerPlanes(PlanarImage image, PlanarImage foreground, PlanarImage background)
{
    private readonly Span<float> _i0 = image.Plane(0);
    private readonly Span<float> _i1 = image.Plane(1);
    private readonly Span<float> _i2 = image.Plane(2);
    private readonly Span<float> _f0 = foreground.Plane(0);
    private readonly Span<float> _f1 = foreground.Plane(1);
    private readonly Span<float> _f2 = foreground.Plane(2);
    private readonly Span<float> _b0 = background.Plane(0);
    private readonly Span<float> _b1 = background.Plane(1);
    private readonly Span<float> _b2 = background.Plane(2);

    public ref float Image(int channel) => ref First(channel, _i0, _i1, _i2);

    public ref float Foreground(int channel) => ref First(channel, _f0, _f1, _f2);

    public ref float Background(int channel) => ref First(channel, _b0, _b1, _b2);

    private static ref float First(int channel, Span<float> a, Span<float> b, Span<float> c) =>
        ref MemoryMarshal.GetReference(channel == 0 ? a : channel == 1 ? b : c);
}
