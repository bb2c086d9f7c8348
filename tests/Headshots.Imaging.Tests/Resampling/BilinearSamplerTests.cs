using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Headshots.Imaging.Tests.Pixels;

namespace Headshots.Imaging.Tests.Resampling;

public sealed class BilinearSamplerTests
{
    [Theory]
    [InlineData(Border.Replicate)]
    [InlineData(Border.Zero)]
    public void Sample_AnyMap_EqualsTheScalarFormula(Border border) =>
        Prop.ForAll(
            Gen.Choose(1, 40).Two().SelectMany(size => Gen.Choose(-200, 200).ArrayOf(6).Select(m => (Size: size, Map: m))).ToArbitrary(),
            given =>
            {
                (int width, int height) = given.Size;
                int[] n = given.Map;
                using RgbImage source = Drawn.Noise(width, height, width + (100 * height));
                var map = new Matrix3x2(n[0] / 64f, n[1] / 64f, n[2] / 64f, n[3] / 64f, n[4] / 8f, n[5] / 8f);
                var actual = new float[7 * 5 * 3];
                BilinearSampler.Sample(source, map, actual, 7, 5, 2f, -1f, border);
                for (int i = 0; i < actual.Length; i++)
                {
                    Vector2 at = Vector2.Transform(new Vector2((i / 3 % 7) + 0.5f, (i / 21) + 0.5f), map);
                    float expected = (Reference(source, at, i % 3, border) * 2 / 255) - 1;
                    Assert.Equal(expected, actual[i], 1e-4f);
                }
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Sample_Identity_CopiesTheBytes()
    {
        using RgbImage source = Drawn.Noise(33, 21, 1);
        var actual = new float[33 * 21 * 3];
        BilinearSampler.Sample(source, Matrix3x2.Identity, actual, 33, 21, 255, 0, Border.Zero);
        for (int i = 0; i < actual.Length; i++)
        {
            Assert.Equal(source.Pixels[i], actual[i], 1e-4f);
        }
    }

    [Fact]
    public void Sample_FarOutside_IsBlackOrTheCorner()
    {
        using RgbImage source = Drawn.Noise(5, 4, 2);
        var actual = new float[3];
        var far = Matrix3x2.CreateTranslation(-1e9f, -1e9f);
        BilinearSampler.Sample(source, far, actual, 1, 1, 1, 0.25f, Border.Zero);
        Assert.Equal([0.25f, 0.25f, 0.25f], actual);
        BilinearSampler.Sample(source, far, actual, 1, 1, 255, 0, Border.Replicate);
        Assert.Equal(source.Pixels[0], actual[0], 1e-4f);
    }

    [Fact]
    public void Sample_TooSmallTarget_Throws()
    {
        using RgbImage source = Drawn.Noise(5, 4, 2);
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            BilinearSampler.Sample(source, Matrix3x2.Identity, new float[11], 2, 2, 1, 0, Border.Zero));
    }

    private static float Reference(RgbImage source, Vector2 at, int channel, Border border)
    {
        float u = at.X - 0.5f;
        float v = at.Y - 0.5f;
        float left = MathF.Floor(u);
        float top = MathF.Floor(v);
        float Value(float x, float y)
        {
            int ix = (int)Math.Clamp(x, 0, source.Width - 1);
            int iy = (int)Math.Clamp(y, 0, source.Height - 1);
            return border == Border.Zero && (ix != x || iy != y) ? 0 : source.Row(iy)[(3 * ix) + channel];
        }

        float upper = float.Lerp(Value(left, top), Value(left + 1, top), u - left);
        float lower = float.Lerp(Value(left, top + 1), Value(left + 1, top + 1), u - left);
        return float.Lerp(upper, lower, v - top);
    }
}
