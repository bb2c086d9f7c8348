using System.Numerics;
using Headshots.Imaging;
using Headshots.Sitter.Backgrounds;
using Headshots.Sitter.Drawing;
using Headshots.Sitter.Geometry;
using Headshots.Sitter.Strands;
using Headshots.Vision.Faces;

namespace Headshots.Sitter;

/// <summary>Draws sitters. Safe for use from several threads.</summary>
public sealed class SitterRenderer
{
    private const string FaceFile = "geometry_pipeline_metadata_landmarks.binarypb";
    private readonly CanonicalFace _face;

    /// <summary>Uses the canonical face from <c>models/</c> beside the program.</summary>
    public SitterRenderer()
        : this(CanonicalFace.Load(Path.Combine(AppContext.BaseDirectory, "models", FaceFile)))
    {
    }

    public SitterRenderer(CanonicalFace face)
    {
        ArgumentNullException.ThrowIfNull(face);
        _face = face;
    }

    /// <summary>Draws a scene.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A parameter of the scene is outside its documented range.</exception>
    public DrawnSitter Draw(SitterScene scene)
    {
        ArgumentNullException.ThrowIfNull(scene);
        scene.Validate();
        HeadModel head = HeadModel.Build(_face, scene.Identity, scene.Expression);
        var pose = new Pose(scene, head.EyeMidpoint);
        Eyeball right = Look(head.Right, pose, scene), left = Look(head.Left, pose, scene);
        Vector3[] landmarks = Landmarks(head, right, left, pose);
        Vector3 crown = pose.Project(pose.ToCamera(head.Skin.Position.MaxBy(p => p.Y), 1));
        var body = new Body(scene.Identity, scene.Outfit);
        List<Surface> surfaces = Assemble(scene, head, right, left, body);
        StrandSet strands = HairDresser.Dress(scene, head, body, surfaces);
        foreach (Surface surface in surfaces)
        {
            pose.Apply(surface);
        }

        strands.Apply(pose);
        float azimuth = scene.Light.Azimuth * MathF.PI / 180, elevation = scene.Light.Elevation * MathF.PI / 180;
        Vector3 keyDirection = pose.FromRoom(new Vector3(
            MathF.Sin(azimuth) * MathF.Cos(elevation), MathF.Sin(elevation), MathF.Cos(azimuth) * MathF.Cos(elevation)));
        LightPass.Run(surfaces, strands, pose.ToCamera(new Vector3(0, -4, -3), 0.5f), keyDirection, scene.Light.KeySoftness);
        var shader = new Shader(scene, keyDirection, pose.FromRoom(Vector3.UnitY));
        for (int i = 0; i < strands.Position.Length; i++)
        {
            strands.Lit[i] = shader.Strand(
                strands.Position[i], strands.Tangent[i], strands.Outward[i], strands.Albedo[i], strands.Sky[i], strands.Key[i]);
        }

        (PlanarImage foreground, PlanarImage alpha) = Resolve.Draw(new Stage(surfaces, strands, pose), shader, scene.Width, scene.Height);
        Lens.Blur(foreground, alpha, scene.Sensor);
        PlanarImage background = Backdrop.Paint(scene);
        return new DrawnSitter
        {
            Image = Sensor.Expose(foreground, alpha, background, scene.Sensor),
            Alpha = alpha,
            Foreground = foreground,
            Background = background,
            Landmarks = landmarks,
            Crown = new Vector2(crown.X, crown.Y),
            HairTop = HairTop(alpha),
            Chin = Flat(landmarks[FacePoints.Chin]),
            InterEyePixels = Vector2.Distance(Flat(landmarks[FacePoints.FirstIris]), Flat(landmarks[FacePoints.FirstIris + 5])),
            DistanceCm = scene.Camera.DistanceCm,
            Pose = scene.Pose with { Roll = MathF.IEEERemainder(scene.Pose.Roll + scene.Camera.Roll, 360) },
            SkinItaDegrees = scene.Skin.ItaDegrees,
        };
    }

    private static Vector2 Flat(Vector3 p) => new(p.X, p.Y);

    private static List<Surface> Assemble(SitterScene scene, HeadModel head, Eyeball right, Eyeball left, Body body)
    {
        List<Surface> surfaces = [head.Skin, HeadParts.Ball(right), HeadParts.Ball(left)];
        surfaces.AddRange(HeadParts.Mouth(head));
        if (scene.Outfit.Headscarf is null && scene.Hair.Style is not (HairStyle.Bob or HairStyle.Flowing))
        {
            surfaces.Add(HeadParts.Ear(head, right: true));
            surfaces.Add(HeadParts.Ear(head, right: false));
        }

        if (scene.Outfit.Eyewear != Eyewear.None)
        {
            surfaces.AddRange(HeadParts.Glasses(head, scene.Outfit));
        }

        surfaces.AddRange(body.Build());
        return surfaces;
    }

    // Eyes meet the lens as far as they turn comfortably, then the asked gaze is added.
    private static Eyeball Look(Eyeball eye, Pose pose, SitterScene scene)
    {
        Vector3 towards = pose.TowardsCamera(eye.Centre);
        const float Degree = MathF.PI / 180;
        float yaw = Math.Clamp(MathF.Atan2(towards.X, towards.Z), -28 * Degree, 28 * Degree) + (scene.Expression.Gaze.X * Degree);
        float pitch = Math.Clamp(MathF.Asin(towards.Y), -22 * Degree, 22 * Degree) + (scene.Expression.Gaze.Y * Degree);
        return eye with
        {
            Gaze = new Vector3(MathF.Sin(yaw) * MathF.Cos(pitch), MathF.Sin(pitch), MathF.Cos(yaw) * MathF.Cos(pitch)),
        };
    }

    private static Vector3[] Landmarks(HeadModel head, Eyeball right, Eyeball left, Pose pose)
    {
        IEnumerable<Vector3> points = head.Skin.Position.Take(CanonicalFace.VertexCount).Concat(right.Iris()).Concat(left.Iris());
        return [.. points.Select(p =>
        {
            Vector3 camera = pose.ToCamera(p, 1);
            Vector3 pixel = pose.Project(camera);
            return pixel with { Z = (-camera.Z - pose.EyeDepth) * pose.Focal / pose.EyeDepth };
        })];
    }

    private static float HairTop(PlanarImage alpha)
    {
        for (int y = 0; y < alpha.Height; y++)
        {
            float most = 0;
            foreach (float a in alpha.Row(0, y))
            {
                most = Math.Max(most, a);
            }

            if (most >= 0.5f)
            {
                return y;
            }
        }

        return alpha.Height;
    }
}
