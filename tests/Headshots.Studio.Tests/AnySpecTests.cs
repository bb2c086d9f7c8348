using System.Text;
using Headshots.Imaging;
using Headshots.Sitter;
using Headshots.Studio.Reports;
using Headshots.Studio.Specs;
using Headshots.Studio.Tests.Sitters;

namespace Headshots.Studio.Tests;

/// <summary>Whatever the rules of a spec let through is rendered: nothing throws, and every file asked for is there.</summary>
public sealed class AnySpecTests(SitterStudio room, ITestOutputHelper output)
{
    private static readonly SitterScene _scene = Scenes.Plain with { Width = 400, Height = 440, Camera = Scenes.Seen(0.17f, 400, 440) };

    private static readonly string[] _pictures = ["wide.png", "small.png", "flat.png"];

    [Fact]
    public void Render_AnySpecThatKeepsTheRules_GivesEveryFileOrAReason()
    {
        const int Specs = 16;
        byte[][] photos = [.. Photos()];
        KitAssets assets = Assets();
        for (int seed = 0; seed < Specs; seed++)
        {
            PortraitSpec spec = Draw(new Random(seed));
            Assert.True(PortraitSpec.Parse(spec.ToJson()).Ok, $"{seed}: the rules refuse {spec.ToJson()}");

            RenderedPortrait made = room.Studio.Render(photos[seed % photos.Length], spec, assets, withProof: true);

            output.WriteLine($"{seed}: {made.Report.Status}, {made.Report.Attire?.Done}, {string.Join(' ', made.Report.Warnings.Select(w => w.Code))}");
            Assert.Equal(PortraitStatus.Rendered, made.Report.Status);
            Assert.Equal(1 + spec.Output.Renditions.Count + (spec.Avatar.Style == "off" ? 0 : 1), made.Files.Count);

            // A number that is none would end here.
            Assert.NotEmpty(made.Report.ToJson());
        }
    }

    /// <summary>The same person whole, with either side or the top cut, and underexposed.</summary>
    private IEnumerable<byte[]> Photos()
    {
        RgbImage photo = room.Draw(_scene).Image;
        yield return SitterStudio.Encode(photo);
        foreach ((int left, int top, int width, int height) in new[] { (0, 0, 300, 440), (120, 0, 280, 440), (80, 60, 240, 250) })
        {
            using RgbImage cropped = PhotoEdit.Crop(photo, left, top, width, height);
            yield return SitterStudio.Encode(cropped);
        }

        using RgbImage dark = PhotoEdit.Expose(photo, -1.5f);
        yield return SitterStudio.Encode(dark);
    }

    private static KitAssets Assets()
    {
        Dictionary<string, ReadOnlyMemory<byte>> files = new(StringComparer.Ordinal)
        {
            ["one.png"] = Flat(1, 1),
            ["flat.png"] = Flat(3000, 3),
            ["wide.png"] = Flat(900, 52),
            ["small.png"] = Flat(33, 41),
            ["coat.svg"] = Encoding.UTF8.GetBytes(
                """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><path fill="#224" d="M6 34 L40 12 L50 30 L60 12 L94 34 L100 100 L0 100 Z"/></svg>"""),
            ["nothing.svg"] = Encoding.UTF8.GetBytes("""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"/>"""),
        };
        return new KitAssets(files);
    }

    private static byte[] Flat(int width, int height)
    {
        using RgbImage image = RgbImage.Rent(width, height);
        for (int i = 0; i < image.Pixels.Length; i++)
        {
            image.Pixels[i] = (byte)(i * 31);
        }

        return SitterStudio.Encode(image, new PngSettings());
    }

    private static PortraitSpec Draw(Random random)
    {
        float faceHeight = Number(0.40f, 0.80f);
        return new PortraitSpec
        {
            Framing = new FramingSpec
            {
                Aspect = Of("1:1", "4:5", "3:4", "2:3"),
                FaceHeight = faceHeight,
                EyeLine = Math.Clamp(Number(0.25f, 0.60f), (faceHeight / 2) - 0.03f, 1 - (faceHeight / 2)),
                CentreOffset = Number(-0.25f, 0.25f),
                LookRoom = Number(0, 0.15f),
                Level = random.Next(2) == 0,
                Perspective = Number(0, 1),
                Guide = Of("none", "circle", "rounded"),
            },
            Background = Background(),
            Light = new LightSpec
            {
                Key = Of("as-shot", "soft-left", "soft-right", "rembrandt"),
                Strength = Number(0, 1),
                Balance = Number(0, 1),
                Shadows = Number(0, 1),
                Clarity = Number(0, 1),
                Sharpness = Number(0, 1),
            },
            Retouch = new RetouchSpec { Strength = Number(0, 1) },
            Attire = new AttireSpec
            {
                Mode = Of("keep", "recolour", "overlay"),
                Colour = Colour(),
                Garment = Of("blazer", "crew-neck", "polo", "blouse", "coat.svg", "one.png", "flat.png", "nothing.svg"),
                Anchors = random.Next(2) == 0 ? null : Anchors(),
            },
            Avatar = new AvatarSpec
            {
                Style = Of("off", "flat", "ink", "anime"),
                Size = random.Next(2) == 0 ? 64 : random.Next(64, 400),
                Palette = [.. Enumerable.Range(0, random.Next(9)).Select(_ => Colour())],
            },
            Output = new OutputSpec
            {
                Height = random.Next(3) == 0 ? 96 : random.Next(96, 420),
                Quality = random.Next(50, 101),
                Renditions = [.. Enumerable.Range(0, random.Next(4)).Select(Small)],
            },
        };

        RenditionSpec Small(int index)
        {
            int height = random.Next(43, 200);
            return new RenditionSpec
            {
                Name = $"r{index}",
                Height = height,
                Width = Math.Clamp((int)(height * Number(0.52f, 1.48f)), 32, 6144),
                Format = Of("jpeg", "png", "webp"),
            };
        }

        GarmentAnchors Anchors() => new()
        {
            ShoulderLeftX = Number(0, 0.3f), ShoulderLeftY = Number(0, 1),
            NeckLeftX = Number(0.31f, 0.48f), NeckLeftY = Number(0, 1),
            NeckRightX = Number(0.51f, 0.69f), NeckRightY = Number(0, 1),
            ShoulderRightX = Number(0.7f, 1), ShoulderRightY = Number(0, 1),
            ThroatX = Number(0, 1), ThroatY = Number(0, 1),
        };

        BackgroundSpec Background()
        {
            float vignette = Number(0, 1);
            return random.Next(6) switch
            {
                0 => new SolidBackground { Colour = Colour(), Vignette = vignette },
                1 => new LinearBackground { Angle = Number(-360, 360), From = Colour(), To = Colour(), Vignette = vignette },
                2 => new RadialBackground { CentreX = Number(0, 1), CentreY = Number(0, 1), Radius = Number(0.1f, 2), Inner = Colour(), Vignette = vignette },
                3 => new ImageBackground { Image = Of(_pictures), FocusX = Number(0, 1), FocusY = Number(0, 1), Blur = Number(0, 1), Vignette = vignette },
                4 => new BlurredBackground { Blur = Number(0.1f, 1), Vignette = vignette },
                _ => new SceneBackground { Scene = Of("studio-grey", "office", "cafe", "outdoors"), Seed = random.Next(1_000_001), Blur = Number(0, 1), Vignette = vignette },
            };
        }

        string Of(params string[] choices) => choices[random.Next(choices.Length)];

        RgbColour Colour() => random.Next(4) switch
        {
            0 => new(0, 0, 0),
            1 => new(255, 255, 255),
            _ => new((byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(256)),
        };

        // The ends of a range are where things break.
        float Number(float low, float high) => random.Next(4) switch
        {
            0 => low,
            1 => high,
            _ => low + (random.NextSingle() * (high - low)),
        };
    }
}
