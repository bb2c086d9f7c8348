using System.Numerics;
using Headshots.Imaging;
using Headshots.Sitter;
using Headshots.Studio.Framing;
using Headshots.Studio.Inspecting;
using Headshots.Studio.Matting;
using Headshots.Studio.Specs;
using Headshots.Studio.Tests.Sitters;

namespace Headshots.Studio.Tests.Matting;

/// <summary>Alpha and colours against what the drawing knows, before busy backgrounds.</summary>
public sealed class SitterMatteTests(SitterStudio room, ITestOutputHelper output)
{
    /// <summary>
    /// Bounds of the mean absolute difference of alpha over the frame, and of its share of the plain mask's; the matte
    /// table has what was measured at full size. The afro before a window is the hard one: light shows through it.
    /// </summary>
    [Theory]
    [InlineData("amara", 0.013, 0.65)]
    [InlineData("chen", 0.004, 0.4)]
    [InlineData("fatima", 0.0015, 0.3)]
    [InlineData("hanna", 0.005, 0.5)]
    public void Refine_BusyBackground_IsNearerTheTruthThanTheMask(string name, double bound, double share)
    {
        DrawnSitter drawn = room.Draw(SitterGallery.All.Single(s => s.Name == name).Scene with { Width = 560, Height = 700 });
        using DecodedPhoto photo = PhotoDecoder.Decode(SitterStudio.Encode(drawn.Image, new PngSettings { Compression = 1 })).Value;
        using Examination seen = new Examiner(room.Engine).Examine(
            photo, new FramingSpec { Perspective = 0 }, new StageClock(), CancellationToken.None);
        Frame frame = FrameSolver.Solve(
            seen.Heads, new AskedFraming(FaceHeight: 0.6f, EyeLine: 0.43f, CentreOffset: 0), 1, seen.Mask, seen.Content);
        int side = (int)frame.Area.Height;
        Matrix3x2 toPhoto = frame.PictureToPhoto(side, side);
        using PlanarImage picture = PlanarImage.Rent(side, side, 3);
        AffineWarp.Warp(seen.Photo, toPhoto, picture, Border.Replicate);

        using PlanarImage rough = seen.Mask.LaidOn(side, side, toPhoto);
        using PlanarImage alpha = PortraitMatte.Refine(picture, rough);

        using PlanarImage truth = PlanarImage.Rent(side, side, 1);
        AffineWarp.Warp(drawn.Alpha, toPhoto, truth, Border.Replicate);
        using PlanarImage colours = TrueColours(drawn, toPhoto, side);
        double before = ColourError(picture, colours, truth);
        ForegroundColours.Estimate(picture, alpha);
        (double refined, double plain) = AlphaErrors(alpha, truth, seen.Mask, toPhoto);
        double after = ColourError(picture, colours, truth);
        output.WriteLine($"{name}: alpha {refined:0.0000}, plain mask {plain:0.0000}; colours {after:0.000}, plain photo {before:0.000}");

        Assert.True(refined < bound, $"alpha is off by {refined:0.0000}");
        Assert.True(refined < share * plain, $"alpha is off by {refined:0.0000}, the plain mask by {plain:0.0000}");
        Assert.True(after < 0.6 * before, $"colours are off by {after:0.000}, those of the photo by {before:0.000}");
    }

    private static (double Refined, double Plain) AlphaErrors(
        PlanarImage alpha, PlanarImage truth, MaskRaster mask, Matrix3x2 toPhoto)
    {
        double refined = 0;
        double plain = 0;
        for (int y = 0; y < truth.Height; y++)
        {
            for (int x = 0; x < truth.Width; x++)
            {
                float real = truth.Row(0, y)[x];
                refined += Math.Abs(alpha.Row(0, y)[x] - real);
                plain += Math.Abs(mask.At(Vector2.Transform(new Vector2(x + 0.5f, y + 0.5f), toPhoto)) - real);
            }
        }

        return (refined / truth.Width / truth.Height, plain / truth.Width / truth.Height);
    }

    /// <summary>The person's own colours as framed, sRGB-encoded; light is averaged, weighted by coverage.</summary>
    private static PlanarImage TrueColours(DrawnSitter drawn, Matrix3x2 toPhoto, int side)
    {
        using PlanarImage covered = PlanarImage.Rent(drawn.Alpha.Width, drawn.Alpha.Height, 4);
        for (int y = 0; y < covered.Height; y++)
        {
            Span<float> alpha = drawn.Alpha.Row(0, y);
            alpha.CopyTo(covered.Row(3, y));
            for (int x = 0; x < covered.Width; x++)
            {
                for (int c = 0; c < 3; c++)
                {
                    covered.Row(c, y)[x] = alpha[x] * drawn.Foreground.Row(c, y)[x];
                }
            }
        }

        using PlanarImage framed = PlanarImage.Rent(side, side, 4);
        AffineWarp.Warp(covered, toPhoto, framed, Border.Replicate);
        PlanarImage colours = PlanarImage.Rent(side, side, 3);
        for (int y = 0; y < side; y++)
        {
            for (int x = 0; x < side; x++)
            {
                float alpha = Math.Max(framed.Row(3, y)[x], 0.01f);
                for (int c = 0; c < 3; c++)
                {
                    colours.Row(c, y)[x] = (float)SrgbCurve.ToEncoded(Math.Clamp(framed.Row(c, y)[x] / alpha, 0, 1));
                }
            }
        }

        return colours;
    }

    /// <summary>Mean absolute difference where the person is neither solid nor absent, weighted by what of it shows.</summary>
    private static double ColourError(PlanarImage picture, PlanarImage colours, PlanarImage truth)
    {
        double error = 0;
        double weight = 0;
        for (int y = 0; y < truth.Height; y++)
        {
            for (int x = 0; x < truth.Width; x++)
            {
                float alpha = truth.Row(0, y)[x];
                if (alpha is > 0.05f and < 0.95f)
                {
                    weight += 3 * alpha;
                    for (int c = 0; c < 3; c++)
                    {
                        error += alpha * Math.Abs(picture.Row(c, y)[x] - colours.Row(c, y)[x]);
                    }
                }
            }
        }

        return error / weight;
    }
}
