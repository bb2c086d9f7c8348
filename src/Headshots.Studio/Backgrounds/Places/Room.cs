using System.Numerics;
using System.Runtime.InteropServices;

namespace Headshots.Studio.Backgrounds.Places;

/// <summary>
/// A place of boxes and balls between floor, ceiling and walls, lit by a few lamps; metres, the camera at the origin at
/// the height of a sitter's eyes, x to the right, y up, z into the picture. No more is drawn than what is left of a
/// place out of focus: where things are, how they are lit, and what shines.
/// </summary>
internal sealed class Room
{
    private readonly List<Thing> _things = [];
    private readonly List<Lamp> _lamps = [];

    /// <summary>Floor, ceiling, left, right and back: a box that is looked at from inside.</summary>
    public required (Vector3 Low, Vector3 High) Walls { get; init; }

    /// <summary>Colour of a wall at a point, by which of them it is.</summary>
    public required Func<Side, Vector3, Paint> Surface { get; init; }

    /// <summary>Light that comes from everywhere, on what faces up and on what faces down.</summary>
    public required (Vector3 Above, Vector3 Below) Ambient { get; init; }

    public void Add(Vector3 low, Vector3 high, Func<Vector3, Paint> paint) => _things.Add(new Thing(low, high, 0, paint));

    public void Add(Vector3 low, Vector3 high, Vector3 albedo) => Add(low, high, _ => new Paint(albedo, Vector3.Zero));

    public void AddBall(Vector3 centre, float radius, Func<Vector3, Paint> paint) =>
        _things.Add(new Thing(centre - new Vector3(radius), centre + new Vector3(radius), radius, paint));

    /// <param name="at">Where.</param>
    /// <param name="light">What a white surface one metre away and facing it sends back.</param>
    public void AddLamp(Vector3 at, Vector3 light) => _lamps.Add(new Lamp(at, light));

    /// <summary>Linear light along a ray from the camera.</summary>
    /// <param name="direction">Of length 1 along z.</param>
    public Vector3 Look(Vector3 direction)
    {
        (float nearest, Side side) = Hit(direction);
        Thing? seen = null;
        foreach (Thing thing in CollectionsMarshal.AsSpan(_things))
        {
            if (thing.MayShowAt(direction) && thing.Hit(direction) is var distance && distance < nearest)
            {
                (nearest, seen) = (distance, thing);
            }
        }

        Vector3 point = direction * nearest;
        return seen is null ? Shade(Surface(side, point), point, Normal(side)) : Shade(seen.Paint(point), point, seen.Normal(point));
    }

    private (float Distance, Side Side) Hit(Vector3 direction)
    {
        float back = Walls.High.Z / direction.Z;
        float across = direction.X < 0 ? Walls.Low.X / direction.X : Walls.High.X / Math.Max(direction.X, 1e-6f);
        float height = direction.Y < 0 ? Walls.Low.Y / direction.Y : Walls.High.Y / Math.Max(direction.Y, 1e-6f);
        if (back <= across && back <= height)
        {
            return (back, Side.Back);
        }

        return across <= height
            ? (across, direction.X < 0 ? Side.Left : Side.Right)
            : (height, direction.Y < 0 ? Side.Floor : Side.Ceiling);
    }

    private static Vector3 Normal(Side side) => side switch
    {
        Side.Left => Vector3.UnitX,
        Side.Right => -Vector3.UnitX,
        Side.Floor => Vector3.UnitY,
        Side.Ceiling => -Vector3.UnitY,
        _ => -Vector3.UnitZ,
    };

    private Vector3 Shade(Paint paint, Vector3 point, Vector3 normal)
    {
        Vector3 light = Vector3.Lerp(Ambient.Below, Ambient.Above, (normal.Y + 1) / 2);
        foreach (Lamp lamp in _lamps)
        {
            Vector3 to = lamp.At - point;
            float squared = to.LengthSquared();

            // Lamps and windows are large: light wraps around, and does not grow without end near them.
            float facing = Math.Max(0, (Vector3.Dot(normal, to) / MathF.Sqrt(squared)) + 0.25f) / 1.25f;
            light += lamp.Light * (facing / (squared + 0.3f));
        }

        return (paint.Albedo * light) + paint.Glow;
    }

    private readonly record struct Lamp(Vector3 At, Vector3 Light);

    private sealed record Thing(Vector3 Low, Vector3 High, float Radius, Func<Vector3, Paint> Paint)
    {
        // Where it shows, on the plane one metre away: everything is in front of the camera.
        private readonly float _left = Low.X / (Low.X < 0 ? Low.Z : High.Z);
        private readonly float _right = High.X / (High.X > 0 ? Low.Z : High.Z);
        private readonly float _bottom = Low.Y / (Low.Y < 0 ? Low.Z : High.Z);
        private readonly float _top = High.Y / (High.Y > 0 ? Low.Z : High.Z);

        public bool MayShowAt(Vector3 direction) =>
            direction.X >= _left && direction.X <= _right && direction.Y >= _bottom && direction.Y <= _top;

        /// <summary>How many directions away; infinite if the ray misses.</summary>
        public float Hit(Vector3 direction)
        {
            Vector3 toLow = Low / direction;
            Vector3 toHigh = High / direction;
            Vector3 enter = Vector3.Min(toLow, toHigh);
            Vector3 leave = Vector3.Max(toLow, toHigh);
            float near = Math.Max(enter.X, Math.Max(enter.Y, enter.Z));
            float far = Math.Min(leave.X, Math.Min(leave.Y, leave.Z));
            if (near > far || near <= 0)
            {
                return float.PositiveInfinity;
            }

            return Radius == 0 ? near : HitBall(direction);
        }

        public Vector3 Normal(Vector3 point)
        {
            Vector3 from = (point - ((Low + High) / 2)) * 2 / (High - Low);
            if (Radius > 0)
            {
                return Vector3.Normalize(from);
            }

            Vector3 size = Vector3.Abs(from);
            if (size.X >= size.Y && size.X >= size.Z)
            {
                return new Vector3(MathF.Sign(from.X), 0, 0);
            }

            return size.Y >= size.Z ? new Vector3(0, MathF.Sign(from.Y), 0) : new Vector3(0, 0, MathF.Sign(from.Z));
        }

        private float HitBall(Vector3 direction)
        {
            Vector3 centre = (Low + High) / 2;
            float a = direction.LengthSquared();
            float b = Vector3.Dot(direction, centre);
            float discriminant = (b * b) - (a * (centre.LengthSquared() - (Radius * Radius)));
            return discriminant < 0 ? float.PositiveInfinity : (b - MathF.Sqrt(discriminant)) / a;
        }
    }
}

/// <summary>A side of a room, from inside.</summary>
internal enum Side
{
    Floor,
    Ceiling,
    Left,
    Right,
    Back,
}

/// <param name="Albedo">Share of light sent back, linear.</param>
/// <param name="Glow">Light of its own, linear, above 1 where it shines.</param>
internal readonly record struct Paint(Vector3 Albedo, Vector3 Glow)
{
    public static Paint Matt(Vector3 albedo) => new(albedo, Vector3.Zero);

    public static Paint Shining(Vector3 light) => new(Vector3.Zero, light);
}
