using Headshots.Imaging;
using Headshots.Sitter;
using Headshots.Studio.Attire;
using Headshots.Studio.Specs;
using Headshots.Studio.Tests.Sitters;

namespace Headshots.Studio.Tests.Attire;

/// <summary>Dyed clothes of drawn people, whose cloth is known to the pixel.</summary>
public sealed class RecolouringTests(SitterStudio room, ITestOutputHelper output)
{
    private static readonly SitterScene _scene = Scenes.Plain with { Width = 448, Height = 448, Camera = Scenes.Seen(0.14f, 448, 448) };

    [Theory]
    [InlineData(Clothing.CrewNeck, 0.16f, "#7A1F2B")]
    [InlineData(Clothing.CrewNeck, 0.03f, "#F2F2F2")]
    [InlineData(Clothing.CrewNeck, 0.85f, "#111111")]
    [InlineData(Clothing.Blazer, 0.10f, "#1F3A5F")]
    public void Dress_Recolour_ClothTakesTheColourAndNothingElse(Clothing clothing, float shade, string brand)
    {
        SitterScene scene = _scene with { Outfit = new SitterOutfit { Clothing = clothing, Colour = new(shade, shade * 1.1f, shade * 1.2f) } };
        using DressedSitter sitter = DressedSitter.Of(room, scene);
        Lab[] before = [.. Enumerable.Range(0, sitter.Cloth.Length).Select(sitter.Colour)];

        Wardrobe.Dress(sitter.Composition, new AttireSpec { Mode = "recolour", Colour = RgbColour.Parse(brand) }, KitAssets.None);

        Lab wanted = Lab.FromSrgb(RgbColour.Parse(brand).Encoded);
        int[] cloth = [.. Enumerable.Range(0, before.Length).Where(i => sitter.Cloth[i])];
        Lab median = new(Median(cloth, i => sitter.Colour(i).L), Median(cloth, i => sitter.Colour(i).A), Median(cloth, i => sitter.Colour(i).B));
        double off = ColourDifference.Ciede2000(median, wanted);
        int[] person = [.. Enumerable.Range(0, before.Length).Where(i => !sitter.Cloth[i] && AlphaAt(sitter, i) > 0.95f)];
        double leak = person.Average(i => ColourDifference.Cie76(before[i], sitter.Colour(i)) > 5 ? 1 : 0);
        double missed = cloth.Average(i => ColourDifference.Ciede2000(before[i], sitter.Colour(i)) < 2 ? 1 : 0);
        output.WriteLine($"{clothing} {brand}: median off by {off:0.0}, changed elsewhere {leak:0.0000}, cloth missed {missed:0.000}");
        Assert.Equal("recolour", sitter.Composition.Attire!.Done);
        Assert.True(off <= 3, $"the median is off by {off:0.0}");
        Assert.True(leak < 0.005, $"{leak:0.000} of skin and hair changed");
        Assert.True(missed < 0.02, $"{missed:0.000} of the cloth did not change");
    }

    [Fact]
    public void Dress_Keep_ChangesNothing()
    {
        using DressedSitter sitter = DressedSitter.Of(room, _scene);
        float[] before = sitter.Composition.Picture.Plane(0).ToArray();

        Wardrobe.Dress(sitter.Composition, new AttireSpec(), KitAssets.None);

        Assert.Equal(before, sitter.Composition.Picture.Plane(0).ToArray());
        Assert.Equal("keep", sitter.Composition.Attire!.Done);
        Assert.Empty(sitter.Composition.Warnings);
    }

    [Fact]
    public void Dress_ClothesInSkinColour_AreKeptWithAWarning()
    {
        SitterScene scene = _scene with { Outfit = new SitterOutfit { Clothing = Clothing.CrewNeck, Colour = new(0.78f, 0.58f, 0.47f) } };
        using DressedSitter sitter = DressedSitter.Of(room, scene);
        float[] before = sitter.Composition.Picture.Plane(0).ToArray();

        Wardrobe.Dress(sitter.Composition, new AttireSpec { Mode = "recolour", Colour = new(0, 0, 255) }, KitAssets.None);

        Assert.Equal("keep", sitter.Composition.Attire!.Done);
        Assert.Equal("attire_kept", Assert.Single(sitter.Composition.Warnings).Code);
        Assert.Equal(before, sitter.Composition.Picture.Plane(0).ToArray());
    }

    private static float AlphaAt(DressedSitter sitter, int i) => sitter.Composition.Alpha.Row(0, i / sitter.Width)[i % sitter.Width];

    private static double Median(int[] where, Func<int, double> of)
    {
        double[] values = [.. where.Select(of)];
        Array.Sort(values);
        return values[values.Length / 2];
    }
}
