using System.Numerics;
using Headshots.Imaging;

namespace Headshots.Studio.Attire;

/// <summary>
/// Gives cloth another colour: its median tone becomes the colour, folds and weave stay as ratios of linear light. Light
/// cloth shows weaker folds than dark cloth, in proportion, so ratios are compressed or stretched to what the new colour
/// would show.
/// </summary>
internal sealed class ClothDye
{
    /// <summary>Log luminance above the cloth's own from which a pixel cannot be this cloth, and over how much that fades in.</summary>
    private const float LeastGlare = 2f;
    private const float GlareFade = 0.6f;

    /// <summary>
    /// Of a light colour, how many standard deviations above its median the cloth shows the colour itself: a white shirt
    /// is white where light falls on it, not on the average of its folds.
    /// </summary>
    private const float LightShift = 0.5f;

    private readonly Vector3 _colour;
    private readonly float _middle;
    private readonly float _folds;
    private readonly float _weave;
    private readonly float _brightest;

    /// <param name="colour">The new colour.</param>
    /// <param name="tone">Of the cloth as it is.</param>
    /// <param name="weaveSpread">Standard deviation of the fine detail of log luminance: weave, and noise in black.</param>
    public ClothDye(RgbColour colour, ClothTone tone, float weaveSpread)
    {
        _colour = colour.Linear;
        _brightest = tone.Middle + Math.Max(LeastGlare, 3.5f * tone.Spread);
        float lightness = (float)Lab.FromLinear(_colour).L / 100;
        float spread = float.Lerp(0.55f, 0.15f, lightness);
        _folds = Math.Clamp(spread / Math.Max(tone.Spread, 0.01f), 0.12f, 1.8f);
        _middle = tone.Middle + (LightShift * tone.Spread * Math.Clamp((lightness - 0.6f) / 0.3f, 0, 1));
        _weave = Math.Min(Math.Max(_folds, 0.5f), float.Lerp(0.16f, 0.035f, lightness) / Math.Max(weaveSpread, 1e-3f));
    }

    /// <summary>One padded row of three planes, in place where the mask says so.</summary>
    /// <param name="picture">3 channels, sRGB-encoded.</param>
    /// <param name="light">2 channels: ln(luminance + floor), and the same without its fine detail.</param>
    /// <param name="mask">How much of the pixel is this cloth, 0 to 1.</param>
    /// <param name="y">The row.</param>
    /// <param name="scratch">Three padded rows for the work.</param>
    public void Row(PlanarImage picture, PlanarImage light, PlanarImage mask, int y, Span<float> scratch)
    {
        int stride = picture.Stride;
        ReadOnlySpan<float> log = light.Plane(0).Slice(y * stride, stride);
        ReadOnlySpan<float> smooth = light.Plane(1).Slice(y * stride, stride);
        Span<float> gain = scratch[..stride];
        Span<float> dyed = scratch.Slice(stride, stride);
        for (int x = 0; x < stride; x += Vector<float>.Count)
        {
            Vector<float> s = new(smooth[x..]);
            Vector<float> folds = (s - new Vector<float>(_middle)) * _folds;
            Vector.Exp(folds + ((new Vector<float>(log[x..]) - s) * _weave)).CopyTo(gain[x..]);
        }

        Span<float> share = scratch.Slice(2 * stride, stride);
        Share(log, mask.Plane(0).Slice(y * stride, stride), share);
        for (int channel = 0; channel < 3; channel++)
        {
            Shine(gain, _colour[channel], dyed);
            SrgbCurve.Encode(dyed, dyed);
            Mix(picture.Plane(channel).Slice(y * stride, stride), dyed, share);
        }
    }

    /// <summary>Above the colour itself a soft shoulder, so that no channel ever reaches the end of the scale.</summary>
    private static void Shine(ReadOnlySpan<float> gain, float colour, Span<float> dyed)
    {
        Vector<float> plain = new(colour);
        Vector<float> room = new(Math.Max(1e-3f, 1 - colour));
        for (int x = 0; x < gain.Length; x += Vector<float>.Count)
        {
            Vector<float> light = new Vector<float>(gain[x..]) * colour;
            Vector<float> over = Vector.Max(light - plain, Vector<float>.Zero);
            Vector.Min(light, plain + (over * room / (over + room))).CopyTo(dyed[x..]);
        }
    }

    /// <summary>A white shirt's edge inside the soft mask of a dark jacket stays white: only cloth is dyed.</summary>
    private void Share(ReadOnlySpan<float> log, ReadOnlySpan<float> mask, Span<float> share)
    {
        for (int x = 0; x < share.Length; x += Vector<float>.Count)
        {
            Vector<float> glare = (new Vector<float>(log[x..]) - new Vector<float>(_brightest)) * (1 / GlareFade);
            Vector<float> keep = Vector<float>.One - Vector.Min(Vector.Max(glare, Vector<float>.Zero), Vector<float>.One);
            (new Vector<float>(mask[x..]) * keep).CopyTo(share[x..]);
        }
    }

    private static void Mix(Span<float> channel, ReadOnlySpan<float> dyed, ReadOnlySpan<float> share)
    {
        for (int x = 0; x < channel.Length; x += Vector<float>.Count)
        {
            Vector<float> old = new(channel[x..]);
            (old + (new Vector<float>(share[x..]) * (new Vector<float>(dyed[x..]) - old))).CopyTo(channel[x..]);
        }
    }
}
