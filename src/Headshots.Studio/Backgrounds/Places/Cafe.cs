using System.Numerics;

namespace Headshots.Studio.Backgrounds.Places;

/// <summary>A café: warm lamps over a counter, shelves with bottles and cups, a window to the street on the left.</summary>
internal static class Cafe
{
    private static readonly Vector3 _lampLight = new(1.0f, 0.70f, 0.38f);

    public static Room Build(Random random, SmoothNoise noise)
    {
        float left = -(1.6f + (0.6f * random.NextSingle()));
        float right = 2.0f + random.NextSingle();
        float depth = 5.2f + (1.2f * random.NextSingle());
        Look look = new(random, noise);
        Room room = new()
        {
            Walls = (new Vector3(left, -1.4f, 0), new Vector3(right, 1.5f, depth)),
            Surface = look.Wall,
            Ambient = (new Vector3(0.30f, 0.25f, 0.20f), new Vector3(0.20f, 0.155f, 0.11f)),
        };
        room.AddLamp(new Vector3(left + 0.2f, 0.2f, depth - 2.2f), new Vector3(0.85f, 0.92f, 1.0f));
        Counter(room, random, left, right, depth);
        Shelves(room, random, left + 0.9f + (0.5f * random.NextSingle()), right - 0.3f, depth);
        Pendants(room, random, left, right, depth);
        Tables(room, random, left, depth);
        Planting.Crown(room, random, noise, new Vector3(left + 0.4f, 0.8f, depth - 0.6f), new Vector3(0.25f, 0.4f, 0.4f), 10);
        Planting.Crown(room, random, noise, new Vector3(right - 0.3f, 0.95f, depth - 1.2f), new Vector3(0.25f, 0.35f, 0.5f), 10);
        return room;
    }

    private static void Counter(Room room, Random random, float left, float right, float depth)
    {
        float z = depth - 1.4f;
        float from = left + 1.1f + (0.8f * random.NextSingle());
        Vector3 front = random.Next(3) switch
        {
            0 => new Vector3(0.30f, 0.17f, 0.08f),
            1 => new Vector3(0.05f, 0.12f, 0.10f),
            _ => new Vector3(0.45f, 0.42f, 0.37f),
        };
        room.Add(new Vector3(from, -1.4f, z), new Vector3(right, -0.42f, z + 0.6f), front);
        room.Add(new Vector3(from - 0.05f, -0.42f, z - 0.06f), new Vector3(right, -0.36f, z + 0.65f), new Vector3(0.5f, 0.36f, 0.22f));

        // The machine: metal that mirrors the lamps along its upper edge.
        float machine = from + 0.5f + random.NextSingle();
        room.Add(
            new Vector3(machine, -0.36f, z + 0.1f),
            new Vector3(machine + 0.75f, 0.06f, z + 0.5f),
            p => new Paint(new Vector3(0.35f, 0.34f, 0.33f), _lampLight * (p.Y is > -0.02f and < 0.03f ? 2.2f : 0.04f)));
        for (float x = from + 0.1f; x < right; x += 0.2f + (0.5f * random.NextSingle()))
        {
            float tall = 0.1f + (0.14f * random.NextSingle());
            Vector3 china = new Vector3(0.75f, 0.72f, 0.66f) * (0.25f + (0.75f * random.NextSingle()));
            room.Add(new Vector3(x, -0.36f, z + 0.05f), new Vector3(x + 0.1f, -0.36f + tall, z + 0.15f), china);
        }
    }

    private static void Shelves(Room room, Random random, float from, float to, float depth)
    {
        Vector3 board = new(0.27f, 0.17f, 0.09f);
        for (int i = 0; i < 3; i++)
        {
            float y = -0.02f + (0.42f * i);
            room.Add(new Vector3(from, y, depth - 0.3f), new Vector3(to, y + 0.04f, depth), board);
            for (float x = from + 0.05f; x < to - 0.1f; x += 0.09f + (0.14f * random.NextSingle()))
            {
                Thing(room, random, x, y + 0.04f, depth - 0.2f);
            }
        }
    }

    /// <summary>A bottle, a jar or a cup; some catch a lamp.</summary>
    private static void Thing(Room room, Random random, float x, float y, float z)
    {
        Vector3 colour = random.Next(5) switch
        {
            0 => new Vector3(0.04f, 0.10f, 0.05f),
            1 => new Vector3(0.35f, 0.16f, 0.04f),
            2 => new Vector3(0.65f, 0.62f, 0.56f),
            3 => new Vector3(0.10f, 0.045f, 0.025f),
            _ => new Vector3(0.40f, 0.30f, 0.18f),
        };
        float tall = 0.12f + (0.2f * random.NextSingle());
        float wide = 0.05f + (0.04f * random.NextSingle());
        room.Add(new Vector3(x, y, z), new Vector3(x + wide, y + tall, z + 0.08f), colour);
        if (random.Next(3) == 0)
        {
            Vector3 glint = _lampLight * (4 + (10 * random.NextSingle()));
            room.AddBall(new Vector3(x + (wide / 2), y + (0.6f * tall), z - 0.01f), 0.012f, _ => Paint.Shining(glint));
        }
    }

    private static void Pendants(Room room, Random random, float left, float right, float depth)
    {
        int lamps = 3 + random.Next(3);
        float z = depth - 1.7f;
        float from = left + 0.8f;
        float step = (right - from - 0.2f) / lamps;
        for (int i = 0; i < lamps; i++)
        {
            Vector3 at = new(from + (step * (i + 0.5f)) + (0.15f * (random.NextSingle() - 0.5f)), 0.62f + (0.2f * random.NextSingle()), z + (0.4f * (random.NextSingle() - 0.5f)));
            room.AddBall(at, 0.07f, _ => Paint.Shining(_lampLight * 7));
            room.Add(at + new Vector3(-0.006f, 0.07f, -0.006f), at + new Vector3(0.006f, 1.5f - at.Y, 0.006f), new Vector3(0.02f));
            room.AddLamp(at - new Vector3(0, 0.1f, 0.2f), _lampLight * 0.34f);
        }

        // A string of small ones, nearer.
        int bulbs = random.Next(2) * 9;
        for (int i = 0; i < bulbs; i++)
        {
            float t = (i + 0.5f) / bulbs;
            float sag = 0.9f - (0.35f * 4 * t * (1 - t));
            room.AddBall(new Vector3(left + (t * (right - left)), sag, depth - 2.4f - (0.8f * t)), 0.02f, _ => Paint.Shining(_lampLight * 9));
        }
    }

    private static void Tables(Room room, Random random, float left, float depth)
    {
        for (int i = 0; i < 3; i++)
        {
            float x = left + 0.25f + (0.9f * i) + (0.2f * random.NextSingle());
            float z = depth - 2.1f - random.NextSingle();
            room.Add(new Vector3(x, -0.70f, z), new Vector3(x + 0.65f, -0.66f, z + 0.65f), new Vector3(0.34f, 0.21f, 0.11f));
            room.Add(new Vector3(x + 0.3f, -1.4f, z + 0.3f), new Vector3(x + 0.36f, -0.7f, z + 0.36f), new Vector3(0.03f));
            room.Add(new Vector3(x + 0.7f, -1.0f, z), new Vector3(x + 1.05f, -0.45f, z + 0.06f), new Vector3(0.08f, 0.05f, 0.03f));
        }
    }

    /// <summary>What the walls look like.</summary>
    private sealed class Look(Random random, SmoothNoise noise)
    {
        private readonly int _finish = random.Next(3);

        public Paint Wall(Side side, Vector3 p) => side switch
        {
            Side.Left => Window(p),
            Side.Back => Back(p),
            Side.Right => Paint.Matt(new Vector3(0.30f, 0.23f, 0.17f)),
            Side.Ceiling => Paint.Matt(new Vector3(0.10f, 0.085f, 0.07f)),
            _ => Paint.Matt(new Vector3(0.20f, 0.13f, 0.08f) * (0.7f + (0.6f * noise.Fractal(p.X * 3, p.Z * 3)))),
        };

        private Paint Window(Vector3 p)
        {
            float pane = (p.Z / 1.2f) - MathF.Floor(p.Z / 1.2f);
            if (p.Y is < -0.7f or > 1.1f || pane < 0.08f || p.Y is > 0.45f and < 0.52f)
            {
                return Paint.Matt(new Vector3(0.06f, 0.05f, 0.045f));
            }

            float street = noise.Fractal(p.Z * 2.2f, p.Y * 2.2f);
            return Paint.Shining(Vector3.Lerp(new Vector3(0.25f, 0.28f, 0.27f), new Vector3(1.5f, 1.6f, 1.7f), (street * street) + (0.35f * Math.Max(0, p.Y))));
        }

        private Paint Back(Vector3 p) => Paint.Matt(_finish switch
        {
            0 => Bricks(p),
            1 => new Vector3(0.055f, 0.10f, 0.085f) * (0.9f + (0.2f * noise.At(p.X * 3, p.Y * 3))),
            _ => new Vector3(0.42f, 0.36f, 0.29f) * (0.9f + (0.2f * noise.Fractal(p.X * 2, p.Y * 2))),
        });

        private Vector3 Bricks(Vector3 p)
        {
            int course = (int)MathF.Floor(p.Y / 0.085f);
            float along = (p.X / 0.24f) + (course % 2 == 0 ? 0.5f : 0);
            float tint = noise.Of((int)MathF.Floor(along), course);
            return Vector3.Lerp(new Vector3(0.22f, 0.09f, 0.055f), new Vector3(0.36f, 0.19f, 0.12f), tint);
        }
    }
}
