using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Framing;
using Headshots.Studio.Inspecting;
using Headshots.Studio.Renditions;
using Headshots.Studio.Reports;
using Headshots.Studio.Tests.Sitters;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Tests.Renditions;

/// <summary>A finely checked photo, framed whole and composed small, enlarged to the photo's own size again and beyond.</summary>
public sealed class EnlargementTests
{
    private const int Photo = 1200;
    private const int Composed = 400;

    [Fact]
    public void Of_PhotoWithMoreDetail_BringsItBack()
    {
        using Composition composition = Compose(Photo, Composed, alpha: 1);

        using RgbImage large = Enlargement.Of(composition, new PictureSize(Photo, Photo), CancellationToken.None);

        // What the composition alone knows of the checks, and what the print shows of them.
        using RgbImage photo = Checks(Photo);
        using RgbImage soft = PhotoEdit.Resize(PhotoEdit.Quantise(composition.Picture), Photo, Photo);
        Assert.InRange(Difference(large, photo), 0, 0.25 * Difference(soft, photo));
    }

    [Fact]
    public void Of_NewBackground_GetsNoneOfTheOldOne()
    {
        using Composition composition = Compose(Photo, Composed, alpha: 0);
        composition.Picture.Fill(128f / 255);

        using RgbImage large = Enlargement.Of(composition, new PictureSize(Photo, Photo), CancellationToken.None);

        Assert.Equal(-1, large.Pixels.IndexOfAnyExcept((byte)128));
    }

    [Fact]
    public void Of_PictureThatWasChangedBeyondRecognition_GetsNoDetailOfWhatWasThere()
    {
        using Composition composition = Compose(Photo, Composed, alpha: 1);
        composition.Picture.Fill(128f / 255);

        using RgbImage large = Enlargement.Of(composition, new PictureSize(Photo, Photo), CancellationToken.None);

        Assert.Equal(-1, large.Pixels.IndexOfAnyExcept((byte)128));
    }

    [Fact]
    public void Of_PhotoWithoutDetail_AddsGrainToThePersonOnly()
    {
        using Composition person = Compose(Composed, Composed, alpha: 1);
        using Composition wall = Compose(Composed, Composed, alpha: 0);
        person.Picture.Fill(128f / 255);
        wall.Picture.Fill(128f / 255);
        PictureSize size = new(1600, 1600);

        using RgbImage grainy = Enlargement.Of(person, size, CancellationToken.None);
        using RgbImage clean = Enlargement.Of(wall, size, CancellationToken.None);

        Assert.InRange(Deviation(grainy), 1.2, 3.2);
        Assert.Equal(-1, clean.Pixels.IndexOfAnyExcept((byte)128));
    }

    [Fact]
    public void Of_AnyNumberOfThreads_GivesTheSamePixels()
    {
        using Composition composition = Compose(Photo, Composed, alpha: 1);
        PictureSize size = new(1500, 1500);
        using RgbImage many = Enlargement.Of(composition, size, CancellationToken.None);
        using PixelThreads.Scope one = PixelThreads.Limit(1);

        using RgbImage alone = Enlargement.Of(composition, size, CancellationToken.None);

        Assert.True(many.Pixels.SequenceEqual(alone.Pixels));
    }

    [Fact]
    public void Of_Cancelled_Throws()
    {
        using Composition composition = Compose(Composed, Composed, alpha: 1);

        Assert.ThrowsAny<OperationCanceledException>(
            () => Enlargement.Of(composition, new PictureSize(1000, 1000), new CancellationToken(canceled: true)));
    }

    private static Composition Compose(int photoSide, int side, float alpha)
    {
        RgbImage photo = Checks(photoSide);
        FaceMesh mesh = new([.. Enumerable.Repeat(new Vector3(photoSide / 2f), FaceMesh.PointCount)], 1);
        Examination seen = new(photo, new PhotoReport("png", photoSide, photoSide)) { Mesh = mesh };
        HeadGeometry head = new(Vector2.Zero, 0, -photoSide / 3f, photoSide / 4f, photoSide / 2f, photoSide / 6f, true);
        Frame frame = new(head, new RectF(0, 0, photoSide, photoSide));
        PlanarImage picture = PlanarImage.Rent(side, side, 3);
        PhotoCrop.Sample(seen, frame, side, side, picture);
        PlanarImage asShot = PlanarImage.Rent(side, side, 3);
        PhotoCrop.Sample(seen, frame, side, side, asShot);
        PlanarImage mask = PlanarImage.Rent(side, side, 1);
        mask.Fill(alpha);
        return new Composition { Seen = seen, Frame = frame, Picture = picture, Alpha = mask, AsShot = asShot, Mesh = mesh };
    }

    /// <summary>Grey checks of three pixels, which a third of the size cannot hold, on slow waves, which it can.</summary>
    private static RgbImage Checks(int side)
    {
        RgbImage photo = RgbImage.Rent(side, side);
        for (int y = 0; y < side; y++)
        {
            Span<byte> row = photo.Row(y);
            for (int x = 0; x < row.Length; x++)
            {
                int column = x / 3;
                int check = ((column / 2) + (y / 2)) % 2 == 0 ? 12 : -12;
                row[x] = (byte)(128 + check + (25 * MathF.Sin(column / 9f) * MathF.Cos(y / 11f)));
            }
        }

        return photo;
    }

    private static double Difference(RgbImage a, RgbImage b)
    {
        double sum = 0;
        for (int i = 0; i < a.Pixels.Length; i++)
        {
            sum += Math.Abs(a.Pixels[i] - b.Pixels[i]);
        }

        return sum / a.Pixels.Length;
    }

    private static double Deviation(RgbImage image)
    {
        double sum = 0;
        double squares = 0;
        foreach (byte value in image.Pixels)
        {
            sum += value;
            squares += value * value;
        }

        double mean = sum / image.Pixels.Length;
        return Math.Sqrt((squares / image.Pixels.Length) - (mean * mean));
    }
}
