using Headshots.Imaging;
using Headshots.Studio.Matting;

namespace Headshots.Studio.Tests.Matting;

/// <summary>The product with an alpha, on a small picture of noise.</summary>
public sealed class MattingLaplacianTests
{
    private const int Width = 23;
    private const int Height = 17;
    private const float Epsilon = 1e-5f;

    [Fact]
    public void Multiply_AlphaLinearInTheColours_IsZero()
    {
        using PlanarImage picture = Noise();
        float[] alpha = Values((x, y) => 0.2f + (0.5f * picture.Row(0, y)[x]) - (0.3f * picture.Row(2, y)[x]));

        float[] product = Product(picture, alpha);

        // ε keeps the factors a little smaller than they are.
        Assert.All(product, p => Assert.Equal(0, p, 2e-4f));
    }

    [Fact]
    public void Multiply_TwoAlphas_IsSymmetric()
    {
        using PlanarImage picture = Noise();
        Random random = new(4);
        float[] one = Values((_, _) => random.NextSingle());
        float[] other = Values((_, _) => random.NextSingle());

        Assert.Equal(Dot(one, Product(picture, other)), Dot(other, Product(picture, one)), 1e-3);
    }

    [Fact]
    public void Multiply_AwayFromTheRim_IsWhatTheGuidedFilterTakesAway()
    {
        using PlanarImage picture = Noise();
        using PlanarImage alpha = PlanarImage.Rent(Width, Height, 1);
        Random random = new(5);
        float[] values = Values((_, _) => random.NextSingle());
        for (int y = 0; y < Height; y++)
        {
            values.AsSpan(y * Width, Width).CopyTo(alpha.Row(0, y));
        }

        float[] product = Product(picture, values);
        using PlanarImage filtered = PlanarImage.Rent(Width, Height, 1);
        ColourGuidedFilter.Apply(picture, alpha, filtered, 2, Epsilon, subsample: 1);

        for (int y = 4; y < Height - 4; y++)
        {
            for (int x = 4; x < Width - 4; x++)
            {
                Assert.Equal(values[(y * Width) + x] - filtered.Row(0, y)[x], product[(y * Width) + x], 1e-3f);
            }
        }
    }

    [Fact]
    public void Multiply_GreyPicture_StaysFinite()
    {
        using PlanarImage picture = PlanarImage.Rent(Width, Height, 3);
        picture.Fill(0.8f);

        Assert.All(Product(picture, Values((x, _) => x & 1)), p => Assert.InRange(p, -1.5f, 1.5f));
    }

    private static float[] Product(PlanarImage picture, float[] alpha)
    {
        float[] product = new float[alpha.Length];
        new MattingLaplacian(picture, 2, Epsilon).Multiply(alpha, product);
        return product;
    }

    private static double Dot(float[] one, float[] other) => one.Zip(other, (a, b) => (double)a * b).Sum();

    private static float[] Values(Func<int, int, float> at) =>
        [.. Enumerable.Range(0, Width * Height).Select(i => at(i % Width, i / Width))];

    private static PlanarImage Noise()
    {
        Random random = new(3);
        PlanarImage picture = PlanarImage.Rent(Width, Height, 3);
        for (int channel = 0; channel < 3; channel++)
        {
            for (int y = 0; y < Height; y++)
            {
                foreach (ref float value in picture.Row(channel, y))
                {
                    value = random.NextSingle();
                }
            }
        }

        return picture;
    }
}
