using System.Numerics;
using Headshots.Imaging;
using Headshots.Vision.Networks;

namespace Headshots.Vision.Faces;

/// <summary>Places the 478 points of the face: MediaPipe's face_landmark_with_attention (mediapipe/modules/face_landmark).</summary>
internal sealed class FaceMesher : IDisposable
{
    private const int InputSize = 192;
    private const int MeshPoints = 468;
    private const float MinPresence = 0.5f;
    private const int MaxLooks = 4;

    /// <summary>Shares of the view's side, factors of its size, radians.</summary>
    private static readonly (Vector2 Shift, float Growth, float Turn)[] _glances =
    [
        (new(0.06f, 0), 1, 0), (new(-0.06f, 0), 1, 0), (new(0, 0.06f), 1, 0), (new(0, -0.06f), 1, 0),
        (default, 1.14f, 0), (default, 0.89f, 0), (default, 1, 0.12f), (default, 1, -0.12f),
    ];

    private readonly SessionPool _sessions;
    private readonly int _mesh;
    private readonly int _lips;
    private readonly int _eyeSeenLeft;
    private readonly int _eyeSeenRight;
    private readonly int _irisSeenLeft;
    private readonly int _irisSeenRight;
    private readonly int _flag;

    public FaceMesher(ICompiledNetwork network)
    {
        _mesh = network.OutputOfLength(MeshPoints * 3);
        _lips = network.OutputNamed("output_lips");
        _eyeSeenLeft = network.OutputNamed("output_left_eye");
        _eyeSeenRight = network.OutputNamed("output_right_eye");
        _irisSeenLeft = network.OutputNamed("output_left_iris");
        _irisSeenRight = network.OutputNamed("output_right_iris");
        _flag = network.OutputOfLength(1);
        _sessions = new SessionPool(network);
    }

    /// <summary>The points, or null where the network sees no face in the detection's place.</summary>
    public FaceMesh? Fit(RgbImage image, FaceDetection face)
    {
        var points = new Vector3[FaceMesh.PointCount];
        var view = SquareView.AroundFace(face);
        float presence = Run(image, view, points);
        for (int look = 1; look < MaxLooks && presence >= MinPresence; look++)
        {
            // Where the detector's box was off, the points tell place, size and lean better: look there once more.
            var better = SquareView.AroundLandmarks(points.AsSpan(0, MeshPoints));
            if (view.IsCloseTo(better))
            {
                break;
            }

            view = better;
            presence = Run(image, view, points);
        }

        return presence < MinPresence ? null : new FaceMesh(points, presence);
    }

    /// <summary>
    /// The points of a fitted face as single looks from slightly elsewhere give them, moved as the network is trained to
    /// bear: what it sees stays where it is, what it has to guess wanders with the view.
    /// </summary>
    public IReadOnlyList<FaceMesh> LookAgain(RgbImage image, FaceMesh mesh)
    {
        var view = SquareView.AroundLandmarks([.. mesh.Points.Take(MeshPoints)]);
        return [.. _glances.Select(glance =>
        {
            var points = new Vector3[FaceMesh.PointCount];
            float presence = Run(image, view.Moved(glance.Shift, glance.Growth, glance.Turn), points);
            return new FaceMesh(points, presence);
        })];
    }

    /// <summary>Fills the points from one look at a view; returns the presence, 0 to 1.</summary>
    public float Run(RgbImage image, SquareView view, Span<Vector3> points)
    {
        using SessionPool.Lease lease = _sessions.Rent();
        INetworkSession session = lease.Session;
        Matrix3x2 toImage = view.ToImage(InputSize);
        BilinearSampler.Sample(image, toImage, session.Input(0), InputSize, InputSize, 1, 0, Border.Replicate);
        session.Run();

        ReadOnlySpan<float> mesh = session.Output(_mesh);
        for (int i = 0; i < MeshPoints; i++)
        {
            points[i] = new Vector3(mesh[3 * i], mesh[(3 * i) + 1], mesh[(3 * i) + 2]);
        }

        Refine(points, session.Output(_lips), AttentionLayout.Lips);
        Refine(points, session.Output(_eyeSeenLeft), AttentionLayout.EyeSeenLeft);
        Refine(points, session.Output(_eyeSeenRight), AttentionLayout.EyeSeenRight);
        PlaceIris(points, session.Output(_irisSeenLeft), AttentionLayout.FirstIrisSeenLeft, AttentionLayout.EyeSeenLeft);
        PlaceIris(points, session.Output(_irisSeenRight), AttentionLayout.FirstIrisSeenRight, AttentionLayout.EyeSeenRight);

        float scale = view.Size / InputSize;
        for (int i = 0; i < points.Length; i++)
        {
            Vector2 flat = Vector2.Transform(new Vector2(points[i].X, points[i].Y), toImage);
            points[i] = new Vector3(flat, points[i].Z * scale);
        }

        return 1 / (1 + MathF.Exp(-session.Output(_flag)[0]));
    }

    private static void Refine(Span<Vector3> points, ReadOnlySpan<float> refined, ReadOnlySpan<short> indices)
    {
        for (int i = 0; i < indices.Length; i++)
        {
            ref Vector3 point = ref points[indices[i]];
            point = new Vector3(refined[2 * i], refined[(2 * i) + 1], point.Z);
        }
    }

    // The iris outputs are flat; the eye's opening says how deep they lie.
    private static void PlaceIris(Span<Vector3> points, ReadOnlySpan<float> iris, int first, ReadOnlySpan<short> eye)
    {
        float z = 0;
        foreach (short i in eye[..AttentionLayout.EyeContour])
        {
            z += points[i].Z;
        }

        z /= AttentionLayout.EyeContour;
        for (int i = 0; i < AttentionLayout.PointsPerIris; i++)
        {
            points[first + i] = new Vector3(iris[2 * i], iris[(2 * i) + 1], z);
        }
    }

    public void Dispose() => _sessions.Dispose();
}
