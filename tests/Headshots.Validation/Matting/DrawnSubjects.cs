using System.Numerics;
using Headshots.Imaging;
using Headshots.Sitter;
using Headshots.Studio;
using Headshots.Studio.Framing;
using Headshots.Studio.Inspecting;
using Headshots.Studio.Specs;
using Headshots.Vision;

namespace Headshots.Validation.Matting;

/// <summary>The sample people, seen and framed by the studio, with what the drawing knows of them.</summary>
internal static class DrawnSubjects
{
    private const int Side = 1024;

    public static IEnumerable<MatteSubject> All(VisionEngine engine) => SitterGallery.All.Select(s => Open(engine, s));

    private static MatteSubject Open(VisionEngine engine, NamedSitter sitter)
    {
        using DrawnSitter drawn = new SitterRenderer().Draw(sitter.Scene);
        byte[] file = PhotoEncoder.Encode(
            drawn.Image, new JpegSettings { Quality = 95 }, new OutputMetadata(DigitalSourceTypes.AlgorithmicMedia, "Headshots"));
        using Examination seen = new Examiner(engine).Examine(
            PhotoDecoder.Decode(file).Value, new FramingSpec { Perspective = 0 }, new StageClock(), CancellationToken.None);
        Frame frame = FrameSolver.Solve(
            seen.Heads, AskedFraming.Of(new FramingSpec { LookRoom = 0 }, yaw: 0), 1, seen.Mask, seen.Content);
        Matrix3x2 toPhoto = frame.PictureToPhoto(Side, Side);
        PlanarImage picture = PlanarImage.Rent(Side, Side, 3);
        AffineWarp.Warp(seen.Photo, toPhoto, picture, Border.Replicate);
        PlanarImage alpha = PlanarImage.Rent(Side, Side, 1);
        AffineWarp.Warp(drawn.Alpha, toPhoto, alpha, Border.Replicate);
        PlanarImage light = PlanarImage.Rent(Side, Side, 1);
        alpha.Plane(0).CopyTo(light.Plane(0));
        return new MatteSubject
        {
            Name = sitter.Name,
            Picture = picture,
            Rough = seen.Mask.LaidOn(Side, Side, toPhoto),
            Alpha = alpha,
            Light = light,
            Colours = OwnColours(drawn, toPhoto),
        };
    }

    /// <summary>The foreground as framed: light is averaged, weighted by coverage.</summary>
    private static PlanarImage OwnColours(DrawnSitter drawn, Matrix3x2 toPhoto)
    {
        using PlanarImage covered = PlanarImage.Rent(drawn.Alpha.Width, drawn.Alpha.Height, 4);
        drawn.Alpha.Plane(0).CopyTo(covered.Plane(3));
        for (int channel = 0; channel < 3; channel++)
        {
            Multiply(drawn.Foreground.Plane(channel), drawn.Alpha.Plane(0), covered.Plane(channel));
        }

        using PlanarImage framed = PlanarImage.Rent(Side, Side, 4);
        AffineWarp.Warp(covered, toPhoto, framed, Border.Replicate);
        PlanarImage colours = PlanarImage.Rent(Side, Side, 3);
        ReadOnlySpan<float> alpha = framed.Plane(3);
        for (int channel = 0; channel < 3; channel++)
        {
            ReadOnlySpan<float> light = framed.Plane(channel);
            Span<float> own = colours.Plane(channel);
            for (int i = 0; i < own.Length; i++)
            {
                own[i] = Math.Clamp(light[i] / Math.Max(alpha[i], 0.01f), 0, 1);
            }

            SrgbCurve.Encode(own, own);
        }

        return colours;
    }

    private static void Multiply(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> product)
    {
        for (int i = 0; i < product.Length; i++)
        {
            product[i] = a[i] * b[i];
        }
    }
}
