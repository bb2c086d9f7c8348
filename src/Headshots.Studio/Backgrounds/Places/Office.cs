using System.Numerics;

namespace Headshots.Studio.Backgrounds.Places;

/// <summary>A bright open-plan office by day: windows on the left, desks with screens, plants, light panels.</summary>
internal static class Office
{
    private static readonly Vector3[] _accents =
    [
        new(0.05f, 0.12f, 0.20f), new(0.06f, 0.20f, 0.19f), new(0.36f, 0.22f, 0.07f), new(0.20f, 0.24f, 0.27f), new(0.30f, 0.13f, 0.09f),
    ];

    private const float Ceiling = 1.75f;

    public static Room Build(Random random, SmoothNoise noise)
    {
        float left = -(1.7f + (0.9f * random.NextSingle()));
        float right = 2.2f + (1.2f * random.NextSingle());
        float depth = 5.6f + (1.4f * random.NextSingle());
        Look look = new(random, noise, depth);
        Room room = new()
        {
            Walls = (new Vector3(left, -1.45f, 0), new Vector3(right, Ceiling, depth)),
            Surface = look.Wall,
            Ambient = (new Vector3(0.50f, 0.51f, 0.52f), new Vector3(0.34f, 0.33f, 0.32f)),
        };
        for (float z = 2.5f; z < depth; z += 2)
        {
            room.AddLamp(new Vector3(left + 0.2f, 0.3f, z), new Vector3(0.9f, 0.95f, 1.0f));
        }

        Vector3 top = random.Next(2) == 0 ? new Vector3(0.62f, 0.60f, 0.57f) : new Vector3(0.42f, 0.27f, 0.15f);
        for (float z = depth - 1.2f; z > 3; z -= 1.7f + random.NextSingle())
        {
            float x = left + 0.7f + ((right - left - 2.2f) * random.NextSingle());
            Desk(room, random, x, z, top);
        }

        int plants = 2 + random.Next(3);
        for (int i = 0; i < plants; i++)
        {
            float side = i % 2 == 0 ? right - 0.45f : left + 0.5f;
            Planting.Pot(room, random, noise, new Vector3(side + (0.3f * (random.NextSingle() - 0.5f)), -1.45f, depth - 0.6f - (3.2f * random.NextSingle())));
        }

        Partition(room, random, right, depth);
        Cabinets(room, random, noise, left + 0.8f, right - 1.4f, depth);
        if (random.Next(3) > 0)
        {
            Pendants(room, random, left, right, depth);
        }

        return room;
    }

    private static void Desk(Room room, Random random, float x, float z, Vector3 top)
    {
        const float Height = -0.74f;
        Vector3 dark = new(0.035f, 0.037f, 0.042f);
        room.Add(new Vector3(x, Height - 0.05f, z), new Vector3(x + 1.5f, Height, z + 0.75f), top);
        room.Add(new Vector3(x + 0.04f, -1.45f, z + 0.1f), new Vector3(x + 0.1f, Height, z + 0.6f), dark * 4);
        room.Add(new Vector3(x + 1.4f, -1.45f, z + 0.1f), new Vector3(x + 1.46f, Height, z + 0.6f), dark * 4);
        int screens = 1 + random.Next(2);
        for (int i = 0; i < screens; i++)
        {
            float at = x + 0.15f + (0.68f * i);
            bool on = random.Next(3) > 0;
            Vector3 light = on ? new Vector3(0.30f, 0.36f, 0.44f) * (0.5f + random.NextSingle()) : Vector3.Zero;
            room.Add(
                new Vector3(at, Height + 0.13f, z + 0.45f), new Vector3(at + 0.6f, Height + 0.49f, z + 0.49f), _ => new Paint(dark, light));
        }

        float chair = x + 0.4f + (0.4f * random.NextSingle());
        room.Add(new Vector3(chair, -1.05f, z - 0.25f), new Vector3(chair + 0.46f, -0.42f, z - 0.17f), dark * (1 + (2 * random.NextSingle())));
    }

    /// <summary>Low ones along the back wall, with plants and boxes on them.</summary>
    private static void Cabinets(Room room, Random random, SmoothNoise noise, float from, float to, float depth)
    {
        Vector3 front = random.Next(2) == 0 ? new Vector3(0.45f, 0.44f, 0.42f) : new Vector3(0.33f, 0.21f, 0.12f);
        room.Add(new Vector3(from, -1.45f, depth - 0.45f), new Vector3(to, -0.62f, depth), front);
        for (float x = from + 0.15f; x < to - 0.3f; x += 0.35f + (0.5f * random.NextSingle()))
        {
            Vector3 at = new(x, -0.62f, depth - 0.3f);
            if (random.Next(2) == 0)
            {
                Planting.Crown(room, random, noise, at + new Vector3(0, 0.25f, 0), new Vector3(0.12f, 0.16f, 0.1f), 4);
            }
            else
            {
                Vector3 box = _accents[random.Next(_accents.Length)] * (0.8f + (1.6f * random.NextSingle()));
                room.Add(at, at + new Vector3(0.12f + (0.2f * random.NextSingle()), 0.12f + (0.2f * random.NextSingle()), 0.2f), box);
            }
        }
    }

    private static void Pendants(Room room, Random random, float left, float right, float depth)
    {
        int count = 2 + random.Next(3);
        for (int i = 0; i < count; i++)
        {
            float x = left + ((right - left) * (i + 0.3f + (0.4f * random.NextSingle())) / count);
            Vector3 at = new(x, 0.8f + (0.25f * random.NextSingle()), depth - 1.2f - (0.8f * random.NextSingle()));
            room.AddBall(at, 0.06f, _ => Paint.Shining(new Vector3(5.5f, 4.6f, 3.3f)));
            room.Add(at + new Vector3(-0.14f, 0.04f, -0.14f), at + new Vector3(0.14f, 0.14f, 0.14f), new Vector3(0.04f));
        }
    }

    /// <summary>A glass wall's posts, and a shelf with what stands on it, towards the right.</summary>
    private static void Partition(Room room, Random random, float right, float depth)
    {
        float z = depth - 1.5f - random.NextSingle();
        Vector3 frame = new(0.05f, 0.052f, 0.056f);
        for (float x = right - 1.3f; x < right; x += 0.62f)
        {
            room.Add(new Vector3(x, -1.45f, z), new Vector3(x + 0.05f, Ceiling, z + 0.05f), frame);
        }

        room.Add(new Vector3(right - 1.3f, 0.72f, z), new Vector3(right, 0.77f, z + 0.05f), frame);
        for (int board = 0; board < 3; board++)
        {
            float y = -0.9f + (0.5f * board);
            room.Add(new Vector3(right - 0.35f, y, z - 2.2f), new Vector3(right, y + 0.03f, z - 0.5f), new Vector3(0.4f, 0.3f, 0.2f));
            for (float at = z - 2.1f; at < z - 0.6f; at += 0.1f + (0.25f * random.NextSingle()))
            {
                Vector3 book = _accents[random.Next(_accents.Length)] * (0.6f + (1.4f * random.NextSingle()));
                float tall = 0.16f + (0.16f * random.NextSingle());
                room.Add(new Vector3(right - 0.28f, y + 0.03f, at), new Vector3(right - 0.05f, y + tall, at + 0.06f), book);
            }
        }
    }

    /// <summary>What the walls look like.</summary>
    private sealed class Look(Random random, SmoothNoise noise, float depth)
    {
        private readonly Vector3 _accent = _accents[random.Next(_accents.Length)];
        private readonly float _pane = 1.1f + (0.5f * random.NextSingle());
        private readonly float _panelFrom = -1.4f + (1.6f * random.NextSingle());
        private readonly bool _glazedBack = random.Next(2) == 0;
        private readonly int _pictures = random.Next(5);
        private readonly Vector3 _wall = Vector3.Lerp(new Vector3(0.52f, 0.50f, 0.46f), new Vector3(0.40f, 0.44f, 0.46f), random.NextSingle());
        private readonly bool _wood = random.Next(2) == 0;
        private readonly float _lightRow = 1.3f + (0.5f * random.NextSingle());

        public Paint Wall(Side side, Vector3 p) => side switch
        {
            Side.Left => Window(p.Z, p.Y, p.Z / depth),
            Side.Back => _glazedBack && p.X < _panelFrom + 1.6f ? Window(p.X, p.Y, 1) : Back(p),
            Side.Right => Paint.Matt(_wall),
            Side.Ceiling => Overhead(p),
            _ => Floor(p),
        };

        private Paint Window(float along, float y, float haze)
        {
            float inPane = (along / _pane) - MathF.Floor(along / _pane);
            if (y is < -0.85f or > 1.5f || inPane < 0.09f || y is > 0.78f and < 0.84f)
            {
                return Paint.Matt(new Vector3(0.5f, 0.5f, 0.49f));
            }

            // The street: sky above, houses of several heights, trees below.
            float houses = -0.35f + (0.95f * noise.Of((int)MathF.Floor(along * 2.3f), 3));
            float trees = -0.55f + (0.4f * noise.Fractal(along * 1.7f, 9));
            if (y < trees)
            {
                return Paint.Shining(new Vector3(0.22f, 0.34f, 0.16f) * (0.7f + noise.Fractal(along * 4, y * 4)));
            }

            return y < houses
                ? Paint.Shining(new Vector3(0.95f, 0.92f, 0.88f) * (0.45f + (0.5f * noise.Of((int)MathF.Floor(along * 2.3f), 5)) + (0.25f * haze)))
                : Paint.Shining(new Vector3(1.3f, 1.42f, 1.58f));
        }

        private Paint Back(Vector3 p)
        {
            if (p.X > _panelFrom && p.X < _panelFrom + 1.9f)
            {
                float slat = (p.X * 9) - MathF.Floor(p.X * 9);
                return Paint.Matt(_wood ? new Vector3(0.38f, 0.23f, 0.12f) * (slat < 0.25f ? 0.4f : 0.8f + (0.4f * noise.At(p.X * 9, p.Y))) : _accent);
            }

            Vector3 wall = _wall * (0.9f + (0.2f * noise.Fractal(p.X * 2, p.Y * 2)));
            float frame = (p.X - _panelFrom - 2.15f) / 0.62f;
            float inFrame = frame - MathF.Floor(frame);
            bool picture = p.Y is > 0.05f and < 0.75f && frame is > 0 and < 3 && inFrame < 0.72f;
            return Paint.Matt(picture ? _accents[(int)MathF.Abs(frame + _pictures) % _accents.Length] * 1.5f : wall);
        }

        private Paint Overhead(Vector3 p)
        {
            float across = (p.X / _lightRow) - MathF.Floor(p.X / _lightRow);
            float along = (p.Z / 2.1f) - MathF.Floor(p.Z / 2.1f);
            return across < 0.12f && along < 0.8f
                ? Paint.Shining(new Vector3(1.7f, 1.65f, 1.55f))
                : Paint.Matt(new Vector3(0.55f, 0.55f, 0.54f));
        }

        private Paint Floor(Vector3 p) => Paint.Matt((_wood ? new Vector3(0.30f, 0.20f, 0.12f) : new Vector3(0.20f, 0.21f, 0.22f)) * (0.85f + (0.3f * noise.Fractal(p.X * 2, p.Z * 2))));
    }
}
