using System.Numerics;
using Headshots.Imaging;

namespace Headshots.Studio.Matting;

/// <summary>
/// Weighs the explanations of a pixel's colour about a block: one of the person's colours, one of the background's, a mix
/// of one of each (any share is as likely as another), or something never seen, which says nothing. Alpha is the mean
/// over them. Used by one thread.
/// </summary>
internal sealed class StrandModel(ColourPalette front, ColourPalette back, ColourSamples someFront, ColourSamples someBack)
{
    private const int Size = ColourPalette.Size;

    /// <summary>How likely a mix is beside pure colours.</summary>
    private const float Mixed = 0.2f;

    /// <summary>How likely a colour is that was not seen, times (2π)^(3/2), the unit of densities here.</summary>
    private const float Unseen = 0.01f * 15.75f;

    /// <summary>How wrong the mask may be on its outline, and anywhere in the band.</summary>
    private const float Error = 0.1f;
    private const float LeastError = 1e-4f;

    /// <summary>Weight of a layer's colours between those of its palette.</summary>
    private const float Between = 1;

    /// <summary>Squared separation in standard deviations over which two colours come to be told apart.</summary>
    private const float Apart = 40;

    /// <summary>A colour counts fully for confusion when it makes up a quarter of its layer.</summary>
    private const float Common = 4;

    private const float Tau = 2 * MathF.PI;

    // Of a mix of a normal distribution each: standard deviations at equal shares, a little widened.
    private const float MixWeight = 0.6f;

    private readonly float[] _frontShares = new float[Size];
    private readonly float[] _backShares = new float[Size];
    private readonly Vector3[] _fronts = new Vector3[Size];
    private readonly Vector3[] _backs = new Vector3[Size];
    private readonly Covariance[] _scatters = new Covariance[Size * Size];
    private readonly Vector3[] _directions = new Vector3[Size * Size];
    private readonly float[] _weights = new float[Size * Size];

    /// <summary>Corrects alpha in one block.</summary>
    public void Correct(PlanarImage picture, PlanarImage alpha, int column, int row, int block, float doubt)
    {
        front.Read(column, row, _frontShares, _fronts);
        back.Read(column, row, _backShares, _backs);
        doubt *= 1 - Mix();
        Layer wholeFront = Layer.Of(someFront, column, row);
        Layer wholeBack = Layer.Of(someBack, column, row);
        float error = (Error * doubt * doubt) + LeastError;
        int right = Math.Min((column + 1) * block, picture.Width);
        for (int y = row * block; y < Math.Min((row + 1) * block, picture.Height); y++)
        {
            Span<float> alphas = alpha.Row(0, y);
            for (int x = column * block; x < right; x++)
            {
                Vector3 colour = ColourSpread.At(picture, x, y);
                float believed = (alphas[x] * (1 - (2 * error))) + error;
                float person = believed * (Unseen + wholeFront.Likelihood(colour) + Pure(front, _frontShares, _fronts, colour));
                float nobody = (1 - believed) * (Unseen + wholeBack.Likelihood(colour) + Pure(back, _backShares, _backs, colour));
                (float mixed, float share) = Mixes(colour);
                mixed *= doubt;
                share *= doubt;
                alphas[x] = (person + share) / (person + nobody + mixed);
            }
        }
    }

    /// <summary>Prepares the mixes of the block's colours.</summary>
    /// <returns>How much the layers are alike, 0 to 1.</returns>
    private float Mix()
    {
        float alike = 0;
        for (int i = 0; i < Size; i++)
        {
            for (int j = 0; j < Size; j++)
            {
                int n = (i * Size) + j;
                _scatters[n] = Covariance.Mix(front.Scatter[i], MixWeight, back.Scatter[j], MixWeight);
                Vector3 apart = _fronts[i] - _backs[j];
                Vector3 normal = _scatters[n].Solve(apart);
                float separation = Math.Max(Vector3.Dot(normal, apart), 1e-3f);
                _directions[n] = normal / separation;
                float weight = Mixed * _frontShares[i] * _backShares[j];
                _weights[n] = weight * MathF.Sqrt(Tau / (separation + Tau)) * _scatters[n].Density;
                float common = Math.Min(1, Common * _frontShares[i]) * Math.Min(1, Common * _backShares[j]);
                alike = Math.Max(alike, common * MathF.Exp(-separation / Apart));
            }
        }

        return alike;
    }

    private static float Pure(ColourPalette palette, float[] shares, Vector3[] means, Vector3 colour)
    {
        float sum = 0;
        for (int k = 0; k < Size; k++)
        {
            ref readonly Covariance scatter = ref palette.Scatter[k];
            sum += shares[k] * scatter.Density * MathF.Exp(-0.5f * scatter.Distance(colour - means[k]));
        }

        return sum;
    }

    /// <summary>The likelihood of all mixes, and the same weighted by the person's share.</summary>
    private (float Likelihood, float Share) Mixes(Vector3 colour)
    {
        float sum = 0;
        float weighted = 0;
        for (int j = 0; j < Size; j++)
        {
            Vector3 fromBack = colour - _backs[j];
            for (int i = 0; i < Size; i++)
            {
                int n = (i * Size) + j;
                float share = Math.Clamp(Vector3.Dot(_directions[n], fromBack), 0, 1);
                Vector3 off = fromBack - (share * (_fronts[i] - _backs[j]));
                float likelihood = _weights[n] * MathF.Exp(-0.5f * _scatters[n].Distance(off));
                sum += likelihood;
                weighted += share * likelihood;
            }
        }

        return (sum, weighted);
    }

    /// <summary>All colours of a layer about a block as one distribution: highlights and shades between the palette's.</summary>
    private readonly record struct Layer(ColourModel Model, float Weight)
    {
        public static Layer Of(ColourSamples samples, int column, int row) =>
            samples.TryRead(column, row, out ColourModel model) ? new Layer(model, Between * model.Scatter.Density) : default;

        public float Likelihood(Vector3 colour) =>
            Weight > 0 ? Weight * MathF.Exp(-0.5f * Model.Scatter.Distance(colour - Model.Mean)) : 0;
    }
}
