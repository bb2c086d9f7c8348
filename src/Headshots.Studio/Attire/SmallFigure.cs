using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Framing;
using Headshots.Studio.Inspecting;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Attire;

/// <summary>A small copy of the person, on which to find out what is skin, hair and cloth. Owns its pixels.</summary>
internal sealed class SmallFigure : IDisposable
{
    /// <summary>Inter-eye distance in the copy: a lanyard or a collar's edge still covers a few pixels.</summary>
    private const float InterEyePixels = 36;

    private const int LongestSide = 320;

    private SmallFigure(PlanarImage linear, PlanarImage lab, PlanarImage alpha, Vector2 scale, FaceMesh mesh)
    {
        Linear = linear;
        Lab = lab;
        Alpha = alpha;
        Scale = scale;
        InterEye = mesh.InterEye * scale.X;
        Eyes = (mesh.LeftSeenIris + mesh.RightSeenIris) / 2 * scale;
        Chin = mesh.Flat(152) * scale;
        Mouth = mesh.Flat(14) * scale;
        Face = Filled(HeadGeometry.Oval, mesh);
    }

    /// <summary>3 channels, linear light.</summary>
    public PlanarImage Linear { get; }

    /// <summary>3 channels, L*a*b*.</summary>
    public PlanarImage Lab { get; }

    /// <summary>1 channel.</summary>
    public PlanarImage Alpha { get; }

    public int Width => Linear.Width;

    public int Height => Linear.Height;

    /// <summary>From the picture's coordinates to these.</summary>
    public Vector2 Scale { get; }

    public float InterEye { get; }

    public Vector2 Eyes { get; }

    public Vector2 Chin { get; }

    /// <summary>Middle of the lower lip's upper edge.</summary>
    public Vector2 Mouth { get; }

    /// <summary>Row after row: what lies inside the face's oval.</summary>
    public bool[] Face { get; }

    public static SmallFigure Of(Composition composition)
    {
        PlanarImage picture = composition.Picture;
        float factor = Math.Min(
            1, Math.Min(InterEyePixels / composition.Mesh.InterEye, (float)LongestSide / Math.Max(picture.Width, picture.Height)));
        int width = Math.Max(8, (int)MathF.Round(picture.Width * factor));
        int height = Math.Max(8, (int)MathF.Round(picture.Height * factor));
        using PlanarImage encoded = PlanarImage.Rent(width, height, 3);
        PlanarImage linear = PlanarImage.Rent(width, height, 3);
        PlanarImage lab = PlanarImage.Rent(width, height, 3);
        PlanarImage alpha = PlanarImage.Rent(width, height, 1);
        RectF whole = new(0, 0, picture.Width, picture.Height);
        Resampler.Resize(picture, whole, encoded);
        Resampler.Resize(composition.Alpha, whole, alpha);
        PlanarColour.Decode(encoded, linear);
        PlanarColour.ToLab(encoded, lab);
        return new SmallFigure(
            linear,
            lab,
            alpha,
            new Vector2((float)width / picture.Width, (float)height / picture.Height),
            composition.Mesh);
    }

    /// <summary>Row after row: what lies inside the outline through these points of the face.</summary>
    public bool[] Filled(IReadOnlyList<int> outline, FaceMesh mesh)
    {
        bool[] inside = new bool[Width * Height];
        Outline.Fill([.. outline.Select(i => mesh.Flat(i) * Scale)], inside, Width);
        return inside;
    }

    /// <summary>Of the pixel with that number, row after row: linear light.</summary>
    public Vector3 LinearAt(int index)
    {
        (int y, int x) = Math.DivRem(index, Width);
        return new(Linear.Row(0, y)[x], Linear.Row(1, y)[x], Linear.Row(2, y)[x]);
    }

    /// <summary>Of the pixel with that number, row after row.</summary>
    public Lab LabAt(int index)
    {
        (int y, int x) = Math.DivRem(index, Width);
        return new(Lab.Row(0, y)[x], Lab.Row(1, y)[x], Lab.Row(2, y)[x]);
    }

    public void Dispose()
    {
        Linear.Dispose();
        Lab.Dispose();
        Alpha.Dispose();
    }
}
