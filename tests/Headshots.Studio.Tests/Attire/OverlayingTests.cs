using System.Text;
using Headshots.Imaging;
using Headshots.Sitter;
using Headshots.Studio.Attire;
using Headshots.Studio.Specs;
using Headshots.Studio.Tests.Sitters;

namespace Headshots.Studio.Tests.Attire;

/// <summary>Garments laid over the clothes of drawn people.</summary>
public sealed class OverlayingTests(SitterStudio room, ITestOutputHelper output)
{
    private static readonly SitterScene _scene = Scenes.Plain with
    {
        Width = 448,
        Height = 448,
        Camera = Scenes.Seen(0.14f, 448, 448),
        Outfit = new SitterOutfit { Clothing = Clothing.CrewNeck, Colour = new(0.10f, 0.55f, 0.15f) },
    };

    [Theory]
    [InlineData("blazer")]
    [InlineData("crew-neck")]
    [InlineData("polo")]
    [InlineData("blouse")]
    public void Dress_ShippedGarment_HidesTheOldClothesAndSparesTheFace(string name)
    {
        using DressedSitter sitter = DressedSitter.Of(room, _scene);
        Lab[] before = [.. Enumerable.Range(0, sitter.Cloth.Length).Select(sitter.Colour)];

        Wardrobe.Dress(sitter.Composition, new AttireSpec { Mode = "overlay", Garment = name }, KitAssets.None);

        int[] cloth = [.. Enumerable.Range(0, before.Length).Where(i => sitter.Cloth[i])];
        double left = cloth.Average(i => sitter.Colour(i).A < -25 ? 1 : 0);
        int chin = (int)sitter.Composition.Mesh.Flat(152).Y;
        double face = Enumerable.Range(0, chin * sitter.Width)
            .Where(i => !sitter.Cloth[i] && sitter.Composition.Alpha.Row(0, i / sitter.Width)[i % sitter.Width] > 0.95f)
            .Average(i => ColourDifference.Cie76(before[i], sitter.Colour(i)) > 3 ? 1 : 0);
        output.WriteLine($"{name}: {sitter.Composition.Attire} {string.Join(' ', sitter.Composition.Warnings)}, old cloth left {left:0.0000}, head changed {face:0.0000}");
        Assert.Equal("overlay", sitter.Composition.Attire!.Done);
        Assert.True(left < 0.01, $"{left:0.000} of the old cloth shows");
        Assert.True(face < 0.01, $"{face:0.000} of the head changed");
    }

    [Fact]
    public void Dress_ColourGiven_ColoursTheGarment()
    {
        using DressedSitter sitter = DressedSitter.Of(room, _scene);

        Wardrobe.Dress(
            sitter.Composition, new AttireSpec { Mode = "overlay", Garment = "crew-neck", Colour = new(0x9A, 0x20, 0x20) }, KitAssets.None);

        int[] cloth = [.. Enumerable.Range(0, sitter.Cloth.Length).Where(i => sitter.Cloth[i])];
        Assert.True(cloth.Average(i => sitter.Colour(i).A) > 25);
    }

    [Fact]
    public void Dress_OwnSvg_IsWorn()
    {
        using DressedSitter sitter = DressedSitter.Of(room, _scene);
        byte[] svg = Encoding.UTF8.GetBytes(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1000\" height=\"700\"><path fill=\"#2040C0\" d=\"M0,260 L374,150 C384,204 438,236 500,238 C562,236 616,204 626,150 L1000,260 V700 H0 Z\"/></svg>");
        KitAssets assets = new(new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal) { ["ours.svg"] = svg });
        GarmentAnchors anchors = new()
        {
            NeckLeftX = 0.374f, NeckRightX = 0.626f, NeckLeftY = 0.214f, NeckRightY = 0.214f,
            ShoulderLeftX = 0.104f, ShoulderRightX = 0.896f, ThroatY = 0.34f,
        };

        Wardrobe.Dress(sitter.Composition, new AttireSpec { Mode = "overlay", Garment = "ours.svg", Anchors = anchors }, assets);

        Assert.Equal("overlay", sitter.Composition.Attire!.Done);
        int[] cloth = [.. Enumerable.Range(0, sitter.Cloth.Length).Where(i => sitter.Cloth[i])];
        Assert.True(cloth.Average(i => sitter.Colour(i).B) < -30);
    }

    [Fact]
    public void Dress_GarmentMissing_KeepsAndSaysSo() => AssertKept(_scene, "missing.svg", "missing.svg");

    [Fact]
    public void Dress_LongHairOverShoulders_Keeps() =>
        AssertKept(_scene with { Hair = new SitterHair { Style = HairStyle.Flowing, Colour = HairColours.Black } }, "blazer", "clothes");

    [Fact]
    public void Dress_Headscarf_Keeps() =>
        AssertKept(_scene with { Outfit = _scene.Outfit with { Headscarf = new(0.5f, 0.2f, 0.3f) } }, "blazer", "clothes");

    private void AssertKept(SitterScene scene, string garment, string says)
    {
        using DressedSitter sitter = DressedSitter.Of(room, scene);
        float[] before = sitter.Composition.Picture.Plane(1).ToArray();

        Wardrobe.Dress(sitter.Composition, new AttireSpec { Mode = "overlay", Garment = garment }, KitAssets.None);

        Assert.Equal("keep", sitter.Composition.Attire!.Done);
        Assert.Contains(says, Assert.Single(sitter.Composition.Warnings).Message, StringComparison.Ordinal);
        Assert.Equal(before, sitter.Composition.Picture.Plane(1).ToArray());
    }
}
