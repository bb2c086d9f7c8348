using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Light;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Tests.Light;

public sealed class ToneGuardTests
{
    [Theory]
    [InlineData(0.5f)]
    [InlineData(0.03f)]
    [InlineData(0.999f)]
    public void Most_LimitSomewhere_IsFoundFromBelow(float limit) =>
        Assert.InRange(ToneGuard.Most(s => s <= limit), limit - 0.002f, limit);

    [Fact]
    public void Most_NothingForbidden_IsAll() => Assert.Equal(1, ToneGuard.Most(_ => true));

    [Fact]
    public void Holds_SkinPulledUpByAThirdOfAStop_DoesNot()
    {
        Vector3 dark = new Lab(32, 12, 16).ToLinear();

        Assert.True(ToneGuard.Holds(dark, dark * 1.02f, ToneGuard.Ita, ToneGuard.Hue));
        Assert.False(ToneGuard.Holds(dark, dark * 1.26f, ToneGuard.Ita, ToneGuard.Hue));
    }

    [Theory]
    [InlineData(0.5f)]
    [InlineData(1)]
    [InlineData(1.6f)]
    public void Apply_AnyGain_NeverLeavesTheRangeNorTurnsTheOrder(float gain)
    {
        Development development = new(ColourMatrix.Identity, gain);
        float before = -1;
        for (float light = 0; light <= 1; light += 0.05f)
        {
            float after = development.Apply(new Vector3(light)).Y;
            Assert.InRange(after, 0, 1);
            Assert.True(after > before);
            before = after;
        }
    }

    [Fact]
    public void Weigh_DimAndWarmButNothingNeutralSeen_IsLeftAsItIs()
    {
        using RgbImage photo = RgbImage.Rent(320, 320);
        for (int i = 0; i < photo.Pixels.Length; i++)
        {
            photo.Pixels[i] = (byte)((i % 3) switch { 0 => 60, 1 => 40, _ => 20 } + ((i / 7) % 13));
        }

        LightEvidence evidence = LightEvidence.Weigh(default, default, null, Surroundings.Of(photo, TinyFace()));

        Assert.Equal(0, evidence.Stops);
        Assert.False(evidence.HasCast);
    }

    [Fact]
    public void Weigh_WarmEyesAmongGreyThings_AreNoCast()
    {
        using RgbImage photo = RgbImage.Rent(320, 320);
        for (int i = 0; i < photo.Pixels.Length; i++)
        {
            photo.Pixels[i] = (byte)(60 + (i / 3 * 37 % 130));
        }

        Whites reddened = new(true, 0.4f, new Vector2(0.4f, -0.4f));

        Assert.False(LightEvidence.Weigh(reddened, default, null, Surroundings.Of(photo, TinyFace())).HasCast);
    }

    /// <summary>A face of no size in a corner.</summary>
    private static FaceMesh TinyFace() =>
        new([.. Enumerable.Repeat(new Vector3(1, 1, 0), FaceMesh.PointCount)], 1);
}
