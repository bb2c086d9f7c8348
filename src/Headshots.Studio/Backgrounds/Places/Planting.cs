using System.Numerics;

namespace Headshots.Studio.Backgrounds.Places;

/// <summary>Pot plants: a cluster of leaf balls, light where the light falls through.</summary>
internal static class Planting
{
    public static void Pot(Room room, Random random, SmoothNoise noise, Vector3 foot)
    {
        float height = 0.75f + (0.7f * random.NextSingle());
        Vector3 pot = random.Next(2) == 0 ? new Vector3(0.55f, 0.54f, 0.52f) : new Vector3(0.10f, 0.10f, 0.11f);
        room.Add(foot + new Vector3(-0.17f, 0, -0.17f), foot + new Vector3(0.17f, 0.4f, 0.17f), pot);
        Crown(room, random, noise, foot + new Vector3(0, 0.4f + (height / 2), 0), new Vector3(0.32f, height / 2, 0.32f), 9);
    }

    /// <summary>Leaves within an ellipsoid.</summary>
    public static void Crown(Room room, Random random, SmoothNoise noise, Vector3 centre, Vector3 reach, int balls)
    {
        for (int i = 0; i < balls; i++)
        {
            Vector3 offset = new Vector3(random.NextSingle() - 0.5f, random.NextSingle() - 0.5f, random.NextSingle() - 0.5f) * 2 * reach;
            Vector3 tint = new Vector3(0.09f, 0.17f, 0.045f) * (0.5f + (1.1f * random.NextSingle()));
            float radius = 0.08f + (0.1f * random.NextSingle());
            room.AddBall(centre + offset, radius, p => Leaf(p, tint, noise));
        }
    }

    private static Paint Leaf(Vector3 p, Vector3 tint, SmoothNoise noise)
    {
        float leaf = noise.At((p.X + p.Z) * 22, p.Y * 22);
        return Paint.Matt(tint * (0.35f + (1.6f * leaf * leaf)));
    }
}
