using System.Numerics;
using Headshots.Imaging;

namespace Headshots.Studio.Framing;

/// <summary>Finds where the silhouette of a matte crosses a side of the photo, and in which direction.</summary>
internal sealed class CutTracer(PlanarImage alpha, FrameSpace space, SideLine line)
{
    /// <summary>Sampling along the side, and steps inwards to tell the direction by, as shares of the frame's height.</summary>
    private const float Along = 0.002f;
    private const float Inwards = 0.008f;
    private const int InwardSteps = 7;

    /// <summary>How far the silhouette may move from one step to the next.</summary>
    private const float Wander = 0.02f;

    /// <summary>Steeper than this the silhouette runs along the side rather than through it.</summary>
    private const float Steepest = 2f;

    /// <summary>Shoulders bend downwards to the arms, by this much over the frame's height.</summary>
    private const float ShoulderBend = 0.8f;

    private readonly float _height = space.Frame.Area.Height;

    public IReadOnlyList<CutInterval> Trace()
    {
        List<CutInterval> intervals = [];
        float step = Along * _height;
        float? previous = null;
        CutEnd? low = null;
        bool open = false;
        for (float t = line.Start; t <= line.End; t += step)
        {
            float? here = At(t, 0);
            bool person = here > 0.5f;
            if (person && !open)
            {
                low = previous is { } before ? End(Crossing(t - step, before, t, here!.Value), 1) : null;
                open = true;
            }
            else if (!person && open)
            {
                CutEnd? high = here is { } after ? End(Crossing(t - step, previous!.Value, t, after), -1) : null;
                intervals.Add(Shape(low, high));
                open = false;
            }

            previous = here;
        }

        if (open)
        {
            intervals.Add(Shape(low, null));
        }

        return intervals;
    }

    private static float Crossing(float t0, float a0, float t1, float a1) =>
        t0 + ((t1 - t0) * Math.Clamp((0.5f - a0) / (a1 - a0), 0, 1));

    /// <summary>Null beyond the picture.</summary>
    private float? At(float t, float inside)
    {
        Vector2 p = Vector2.Transform(line.At(t, -inside), space.ToPicture);
        return p.X < 0 || p.Y < 0 || p.X > alpha.Width || p.Y > alpha.Height ? null : FrameSpace.Sample(alpha, 0, p);
    }

    /// <summary>The direction by least squares through the crossing itself.</summary>
    /// <param name="at">The crossing.</param>
    /// <param name="person">1 where the person lies at larger t, −1 where at smaller.</param>
    private CutEnd End(float at, int person)
    {
        float products = 0;
        float squares = 0;
        List<float> traced = [at];
        for (int k = 1; k <= InwardSteps; k++)
        {
            float inside = k * Inwards * _height;
            if (Edge(traced[^1], inside, person) is not { } edge)
            {
                break;
            }

            products += inside * (at - edge);
            squares += inside * inside;
            traced.Add(edge);
        }

        float slope = squares > 0 ? Math.Clamp(products / squares, -Steepest, Steepest) : 0;
        return new CutEnd(at, slope, 0, traced, Inwards * _height);
    }

    /// <summary>Where the silhouette lies that far inside, near where it was one step before.</summary>
    private float? Edge(float near, float inside, int person)
    {
        float step = Along * _height / 2;
        float? best = null;
        for (float t = near - (Wander * _height); t < near + (Wander * _height); t += step)
        {
            if (At(t, inside) is { } a && At(t + step, inside) is { } b && (a > 0.5f) != (b > 0.5f) && (b > a) == (person > 0))
            {
                float crossing = Crossing(t, a, t + step, b);
                best = best is { } other && Math.Abs(other - near) < Math.Abs(crossing - near) ? other : crossing;
            }
        }

        return best;
    }

    private CutInterval Shape(CutEnd? low, CutEnd? high)
    {
        if (low is not null && high is not null && IsHead((low.At + high.At) / 2))
        {
            // Hair that leaves the photo comes back: both ends bend until they meet.
            float width = high.At - low.At;
            float depth = Math.Clamp(0.6f * width, 0.005f * _height, BodyContinuation.HairLimit * _height);
            float bend = Math.Max(0, (width + ((high.Slope - low.Slope) * depth)) / (2 * depth * depth));
            return new CutInterval(low with { Bend = bend }, high with { Bend = -bend });
        }

        bool shoulder = line.Side is PhotoSide.Left or PhotoSide.Right;
        return shoulder && low is not null
            ? new CutInterval(low with { Slope = Math.Max(low.Slope, -0.3f), Bend = ShoulderBend / _height }, high)
            : new CutInterval(low, high);
    }

    private bool IsHead(float t) => IsHead(line.At(t, 0));

    private bool IsHead(Vector2 photo)
    {
        HeadGeometry head = space.Frame.Head;
        Vector2 off = photo - head.Origin;
        float level = (off.Y * MathF.Cos(head.Angle)) - (off.X * MathF.Sin(head.Angle));
        return level < PersonCuts.ClothesBegin(head);
    }
}
