using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Framing;

namespace Headshots.Studio.Matting;

/// <summary>
/// How much of the person about each block is hair. Hair is what lies above the brows and is not of the face's colours;
/// what is alike counts as hair around the head too. A bald head has none, a headscarf counts as hair.
/// </summary>
internal static class HairShare
{
    /// <summary>How far around the eyes hair may reach, in eyes-to-chin distances: surely, and at most.</summary>
    private const float Surely = 2.3f;
    private const float AtMost = 2.9f;

    /// <summary>How far down, measured alike: below are shoulders, whose cloth may have the hair's colour.</summary>
    private const float Down = 1.3f;
    private const float DownFade = 0.5f;

    /// <summary>The disc of the face that skin is read from, measured alike.</summary>
    private const float FaceCentre = 0.45f;
    private const float FaceRadius = 0.6f;

    /// <summary>Where hair is read from: above the brows, within this of the eyes.</summary>
    private const float Brows = -0.2f;
    private const float Cap = 1.6f;

    /// <summary>A face of which less than this share has colours that skin has is not seen.</summary>
    private const float SeenFace = 0.3f;

    private const float Person = 0.9f;
    private const float FarShare = 0.03f;

    /// <summary>Squared distances in standard deviations up to which a colour is skin, or hair, and from which it is not.</summary>
    private static readonly (float Is, float IsNot) _skin = (6, 14);
    private static readonly (float Is, float IsNot) _hair = (8, 20);

    /// <returns>1 channel, 0 to 1, blocks; the caller's to dispose.</returns>
    /// <param name="colours">3 channels, sRGB-encoded block means.</param>
    /// <param name="belief">1 channel: block means of the network's belief.</param>
    /// <param name="deep">1 channel: 1 well within the person, else 0.</param>
    /// <param name="head">In blocks.</param>
    /// <param name="near">Radius of the near window in blocks.</param>
    /// <param name="far">Radius of the far one.</param>
    public static PlanarImage Of(
        PlanarImage colours, PlanarImage belief, PlanarImage deep, HeadGeometry head, int near, int far)
    {
        PlanarImage share = PlanarImage.Rent(colours.Width, colours.Height, 1);
        using PlanarImage places = Places(head, colours.Width, colours.Height);
        ColourModel? skin = Skin(colours, belief, places);
        ColourSpread spread = default;
        ForEach(colours, (x, y) =>
        {
            Vector2 place = new(places.Row(0, y)[x], places.Row(1, y)[x]);
            if (deep.Row(0, y)[x] > 0 && place.Y < Brows && place.Length() < Cap)
            {
                Vector3 colour = ColourSpread.At(colours, x, y);
                spread.Add(colour, Other(skin, colour));
            }
        });
        ColourModel hair = spread.Model();
        using PlanarImage sure = PlanarImage.Rent(colours.Width, colours.Height, 2);
        ForEach(colours, (x, y) =>
        {
            Vector3 colour = ColourSpread.At(colours, x, y);
            Vector2 place = new(places.Row(0, y)[x], places.Row(1, y)[x]);
            float alike = 1 - Beyond(hair.Scatter.Distance(colour - hair.Mean), _hair);
            sure.Row(0, y)[x] = deep.Row(0, y)[x];
            sure.Row(1, y)[x] = deep.Row(0, y)[x] * alike * Other(skin, colour) * Zone(place);
        });
        using PlanarImage means = Windows.Mean(sure, near, far, FarShare);
        ForEach(colours, (x, y) =>
        {
            Vector2 place = new(places.Row(0, y)[x], places.Row(1, y)[x]);
            share.Row(0, y)[x] = Zone(place) * means.Row(1, y)[x] / (means.Row(0, y)[x] + 1e-6f);
        });
        return share;
    }

    private static float Zone(Vector2 place) =>
        Math.Clamp((AtMost - place.Length()) / (AtMost - Surely), 0, 1) * Math.Clamp(1 - ((place.Y - Down) / DownFade), 0, 1);

    private static float Beyond(float distance, (float Is, float IsNot) limits) =>
        Math.Clamp((distance - limits.Is) / (limits.IsNot - limits.Is), 0, 1);

    private static float Other(ColourModel? skin, Vector3 colour) =>
        skin is { } face ? Beyond(face.Scatter.Distance(colour - face.Mean), _skin) : 1;

    /// <summary>The face's colours; null where hair hides it, so that what is seen there is no skin.</summary>
    private static ColourModel? Skin(PlanarImage colours, PlanarImage belief, PlanarImage places)
    {
        ColourSpread spread = default;
        int all = 0;
        ForEach(colours, (x, y) =>
        {
            Vector2 place = new(places.Row(0, y)[x], places.Row(1, y)[x] - FaceCentre);
            if (place.Length() < FaceRadius)
            {
                all++;
                Vector3 colour = ColourSpread.At(colours, x, y);
                if (belief.Row(0, y)[x] > Person && colour.X >= colour.Y && colour.Y >= colour.Z)
                {
                    spread.Add(colour, 1);
                }
            }
        });
        return spread.Weight > SeenFace * all ? spread.Model() : null;
    }

    /// <summary>2 channels: where blocks lie from the middle between the eyes, in eyes-to-chin distances, levelled.</summary>
    private static PlanarImage Places(HeadGeometry head, int width, int height)
    {
        PlanarImage places = PlanarImage.Rent(width, height, 2);
        Matrix3x2 level = Matrix3x2.CreateTranslation(-head.Origin) * Matrix3x2.CreateRotation(-head.Angle);
        ForEach(places, (x, y) =>
        {
            Vector2 place = (Vector2.Transform(new Vector2(x + 0.5f, y + 0.5f), level) - new Vector2(head.CentreX, 0)) / head.Chin;
            places.Row(0, y)[x] = place.X;
            places.Row(1, y)[x] = place.Y;
        });
        return places;
    }

    private static void ForEach(PlanarImage image, Action<int, int> act)
    {
        for (int y = 0; y < image.Height; y++)
        {
            for (int x = 0; x < image.Width; x++)
            {
                act(x, y);
            }
        }
    }
}
