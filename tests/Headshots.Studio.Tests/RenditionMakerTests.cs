using System.Buffers.Binary;
using System.Text;
using Headshots.Imaging;
using Headshots.Studio.Specs;
using Headshots.Studio.Tests.Sitters;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Tests;

public sealed class RenditionMakerTests(SitterStudio room)
{
    private static readonly PortraitSpec _spec = new()
    {
        Framing = new FramingSpec { FaceHeight = 0.6f },
        Output = new OutputSpec
        {
            Height = 400,
            Renditions =
            [
                new RenditionSpec { Name = "small", Width = 96, Height = 96, MaxBytes = 4096 },
                new RenditionSpec { Name = "budget", Width = 300, Height = 300, MaxBytes = 10240 },
                new RenditionSpec { Name = "tall", Width = 300, Height = 450 },
                new RenditionSpec { Name = "lossless", Width = 120, Height = 160, Format = "png" },
                new RenditionSpec { Name = "web", Width = 200, Height = 200, Format = "webp" },
                new RenditionSpec { Name = "modern", Width = 200, Height = 250, Format = "avif" },
            ],
        },
    };

    [Fact]
    public void Render_Renditions_HaveTheirNamesFormatsSizesAndBudgets()
    {
        IReadOnlyList<PortraitFile> files = Render(room.Photo(Scenes.Plain));

        Assert.Equal(
            [
                "headshot.jpg jpeg 400x400", "renditions/small.jpg jpeg 96x96", "renditions/budget.jpg jpeg 300x300",
                "renditions/tall.jpg jpeg 300x450", "renditions/lossless.png png 120x160", "renditions/web.webp webp 200x200",
                "renditions/modern.avif avif 200x250",
            ],
            files.Select(f =>
            {
                using DecodedPhoto photo = PhotoDecoder.Decode(f.Bytes).Value;
                return $"{f.Name} {photo.Facts.Format} {photo.Pixels.Width}x{photo.Pixels.Height}";
            }));
        Assert.InRange(files[1].Bytes.Length, 1, 4096);
        Assert.InRange(files[2].Bytes.Length, 1, 10240);
    }

    [Fact]
    public void Render_OtherAspect_IsComposedAnewAndNotSqueezed()
    {
        IReadOnlyList<PortraitFile> files = Render(room.Photo(Scenes.Plain));
        FaceMesh square = Face(files[0]);
        FaceMesh tall = Face(files.Single(f => f.Name == "renditions/tall.jpg"));

        // The same share of the height in both, so the same number of pixels per pixel of height, both ways.
        Assert.Equal(square.InterEye / 400, tall.InterEye / 450, 0.004f);
        Assert.Equal(Eyes(square) / 400, Eyes(tall) / 450, 0.01f);
        Assert.Equal(Distance(square, 10, 152) / 400, Distance(tall, 10, 152) / 450, 0.01f);
    }

    [Fact]
    public void Render_SameAspect_IsTheHeadshotReduced()
    {
        IReadOnlyList<PortraitFile> files = Render(room.Photo(Scenes.Plain));
        using DecodedPhoto headshot = PhotoDecoder.Decode(files[0].Bytes).Value;
        using DecodedPhoto web = PhotoDecoder.Decode(files.Single(f => f.Name == "renditions/web.webp").Bytes).Value;
        using RgbImage reduced = PhotoEdit.Resize(headshot.Pixels, 200, 200);
        double difference = 0;
        for (int i = 0; i < reduced.Pixels.Length; i++)
        {
            difference += (double)Math.Abs(reduced.Pixels[i] - web.Pixels.Pixels[i]) / reduced.Pixels.Length;
        }

        Assert.InRange(difference, 0, 4);
    }

    [Fact]
    public void Render_OneThreadOrAll_GivesTheSameFilesInTheSameOrder()
    {
        byte[] photo = room.Photo(Scenes.Plain);
        IReadOnlyList<PortraitFile> alone;
        using (PixelThreads.Limit(1))
        {
            alone = Render(photo);
        }

        Assert.All(alone.Zip(Render(photo)), pair =>
        {
            Assert.Equal(pair.First.Name, pair.Second.Name);
            Assert.True(pair.First.Bytes.Span.SequenceEqual(pair.Second.Bytes.Span), pair.First.Name);
        });
    }

    [Fact]
    public void Render_LargePrintOfASmallPhoto_IsMadeAndSaysSo()
    {
        PortraitSpec spec = new()
        {
            Output = new OutputSpec { Height = 300, Renditions = [new RenditionSpec { Name = "wall", Width = 1800, Height = 3000 }] },
        };

        RenderedPortrait result = room.Studio.Render(room.Photo(Scenes.Plain), spec);

        PhotoFacts facts = PhotoDecoder.ReadFacts(result.Files[1].Bytes).Value;
        Assert.Equal((1800, 3000), (facts.Width, facts.Height));
        Assert.InRange(Assert.Single(result.Report.Renditions).EffectiveWidth, 100, 480);
        Assert.Contains("\"wall\"", Assert.Single(result.Report.Warnings, w => w.Code == "enlarged_print").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EstimateBytes_LargePrint_IsFarLessThanItsPlanesWouldTake()
    {
        long ordinary = RenderMemory.EstimateBytes(new PortraitSpec());
        long large = RenderMemory.EstimateBytes(new PortraitSpec { Output = new OutputSpec { Renditions = [new RenditionSpec { For = "largePrint" }] } });

        Assert.InRange(ordinary, 80L << 20, 400L << 20);
        Assert.InRange(large, 600L << 20, 1200L << 20);
    }

    [Fact]
    public void Render_PhotoThatTellsItsPlaceAndCamera_TellsNothingOn()
    {
        byte[] photo = WithSecrets(room.Photo(Scenes.Plain));
        Assert.Equal("Secret camera", PhotoDecoder.ReadFacts(photo).Value.CameraMake);

        Assert.All(Render(photo), file =>
        {
            Assert.Equal(-1, file.Bytes.Span.IndexOf("ecret"u8));
            Assert.Equal(-1, file.Bytes.Span.IndexOf("Exif\0\0"u8));
            PhotoFacts facts = PhotoDecoder.ReadFacts(file.Bytes).Value;
            Assert.Null(facts.CameraMake);
            Assert.Equal(1, facts.Orientation);
        });
    }

    /// <summary>
    /// Puts an EXIF block with a camera's name and a GPS directory, an XMP packet and a comment behind the JPEG's start
    /// marker (EXIF 2.32, big-endian TIFF: two directories).
    /// </summary>
    private static byte[] WithSecrets(byte[] jpeg)
    {
        byte[] exif =
        [
            .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8,
            0, 2,
            0x01, 0x0F, 0, 2, 0, 0, 0, 14, 0, 0, 0, 38,
            0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 52,
            0, 0, 0, 0,
            .. "Secret camera\0"u8,
            0, 1,
            0, 1, 0, 2, 0, 0, 0, 2, (byte)'N', 0, 0, 0,
            0, 0, 0, 0,
        ];
        byte[] xmp = [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Encoding.UTF8.GetBytes("<x:xmpmeta xmlns:x='adobe:ns:meta/'>Secret place</x:xmpmeta>")];
        return [.. jpeg.AsSpan(0, 2), .. Segment(0xE1, exif), .. Segment(0xE1, xmp), .. Segment(0xFE, "Secret note"u8), .. jpeg.AsSpan(2)];
    }

    private static byte[] Segment(byte marker, ReadOnlySpan<byte> content)
    {
        byte[] length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(content.Length + 2));
        return [0xFF, marker, .. length, .. content];
    }

    private IReadOnlyList<PortraitFile> Render(byte[] photo)
    {
        RenderedPortrait result = room.Studio.Render(photo, _spec);
        Assert.Equal(7, result.Files.Count);
        return result.Files;
    }

    private FaceMesh Face(PortraitFile file)
    {
        using Inspection inspection = room.Studio.Inspect(file.Bytes);
        return Assert.IsType<FaceMesh>(inspection.Mesh);
    }

    private static float Eyes(FaceMesh mesh) => (mesh.LeftSeenIris.Y + mesh.RightSeenIris.Y) / 2;

    private static float Distance(FaceMesh mesh, int a, int b) => System.Numerics.Vector2.Distance(mesh.Flat(a), mesh.Flat(b));
}
