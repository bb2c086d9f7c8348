using System.Numerics;
using Headshots.Imaging;

namespace Headshots.Studio.Light;

/// <summary>Some of the skin's light, to try on it what a change of the whole picture would do to its tone.</summary>
internal sealed class SkinSample
{
    /// <summary>About as many pixels as are tried.</summary>
    private const int Size = 3000;

    private readonly Vector3[] _lights;
    private readonly float[] _weights;
    private readonly int[] _at;
    private readonly float _total;

    private SkinSample(Vector3[] lights, float[] weights, int[] at)
    {
        _lights = lights;
        _weights = weights;
        _at = at;
        _total = Math.Max(weights.Sum(), 1e-6f);
        AsShot = Mean(l => l);
    }

    /// <summary>The mean linear light as it was shot.</summary>
    public Vector3 AsShot { get; }

    /// <param name="linear">3 channels, linear light: the block means of the picture.</param>
    /// <param name="region">The skin of the same picture.</param>
    public static SkinSample Of(PlanarImage linear, SkinRegion region)
    {
        int step = Math.Max(1, (int)Math.Round(region.Area / Size));
        List<Vector3> lights = [];
        List<float> weights = [];
        List<int> at = [];
        int seen = 0;
        for (int y = 0; y < linear.Height; y++)
        {
            ReadOnlySpan<float> row = region.Weights.Row(0, y);
            for (int x = 0; x < row.Length; x++)
            {
                if (row[x] > 0 && seen++ % step == 0)
                {
                    lights.Add(new Vector3(linear.Row(0, y)[x], linear.Row(1, y)[x], linear.Row(2, y)[x]));
                    weights.Add(row[x]);
                    at.Add((y * linear.Width) + x);
                }
            }
        }

        return new SkinSample([.. lights], [.. weights], [.. at]);
    }

    /// <summary>The mean light after a change of each pixel's light.</summary>
    public Vector3 Mean(Func<Vector3, Vector3> change)
    {
        Vector3 sum = default;
        for (int i = 0; i < _lights.Length; i++)
        {
            sum += _weights[i] * change(_lights[i]);
        }

        return sum / _total;
    }

    /// <summary>The same when the change depends on where the pixel lies: row · width + column.</summary>
    public Vector3 Mean(Func<Vector3, int, Vector3> change)
    {
        Vector3 sum = default;
        for (int i = 0; i < _lights.Length; i++)
        {
            sum += _weights[i] * change(_lights[i], _at[i]);
        }

        return sum / _total;
    }
}
