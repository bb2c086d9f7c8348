namespace Headshots.Sitter.Tests.Scenes;

public sealed class SitterGalleryTests
{
    [Fact]
    public void All_Names_AreDistinctAndFitForFiles()
    {
        Assert.Equal(12, SitterGallery.All.Count);
        Assert.Equal(12, SitterGallery.All.Select(s => s.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.All(SitterGallery.All, s => Assert.Matches("^[a-z]+$", s.Name));
    }

    [Fact]
    public void All_Skins_SpanTheSixTypologyClasses()
    {
        static int Class(float ita) => ita switch { > 55 => 0, > 41 => 1, > 28 => 2, > 10 => 3, > -30 => 4, _ => 5 };

        Assert.Equal(6, SitterGallery.All.Select(s => Class(s.Scene.Skin.ItaDegrees)).Distinct().Count());
    }

    [Fact]
    public void FromSeed_ManySeeds_StayInsideTheDocumentedRanges()
    {
        for (int seed = 0; seed < 500; seed++)
        {
            SitterScene scene = SitterScene.FromSeed(seed);
            scene.Validate();

            Assert.Equal(scene, SitterScene.FromSeed(seed));
        }
    }
}
