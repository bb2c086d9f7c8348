using System.Numerics;
using Headshots.Sitter.Geometry;

namespace Headshots.Sitter.Strands;

/// <summary>Hair, brows, lashes and beard: polylines with a width, each point lit on its own.</summary>
internal sealed class StrandSet
{
    private readonly List<Vector3> _points = [];
    private readonly List<Vector3> _outward = [];
    private readonly List<float> _half = [];
    private readonly List<Vector3> _albedo = [];
    private readonly List<int> _segments = [];
    private readonly List<int> _strandOf = [];
    private readonly List<float> _headWeight = [];
    private int _count;

    public Vector3[] Position { get; private set; } = [];

    /// <summary>Unit vectors away from the head: what a clump of hair has for a normal.</summary>
    public Vector3[] Outward { get; private set; } = [];

    public Vector3[] Tangent { get; private set; } = [];

    /// <summary>Centimetres.</summary>
    public float[] HalfWidth { get; private set; } = [];

    /// <summary>Linear.</summary>
    public Vector3[] Albedo { get; private set; } = [];

    /// <summary>Each segment runs from this point to the next one.</summary>
    public int[] Segments { get; private set; } = [];

    public int[] StrandOf { get; private set; } = [];

    public float[] Sky { get; private set; } = [];

    public float[] Key { get; private set; } = [];

    /// <summary>Lit colour, linear.</summary>
    public Vector3[] Lit { get; private set; } = [];

    /// <summary>Only a fraction of the strands casts shadow, so each casts a broader one.</summary>
    public float ShadowHalfWidth { get; set; } = 0.12f;

    /// <summary>Adds one strand in the head's frame.</summary>
    /// <param name="points">Two or more.</param>
    /// <param name="outward">Unit vectors, one a point.</param>
    /// <param name="halfWidth">Centimetres at the root; the tip narrows to a third.</param>
    /// <param name="albedo">Linear.</param>
    /// <param name="onHead">False lets points below the neck follow the body.</param>
    public void Add(ReadOnlySpan<Vector3> points, ReadOnlySpan<Vector3> outward, float halfWidth, Vector3 albedo, bool onHead = true)
    {
        for (int i = 0; i < points.Length; i++)
        {
            float along = (float)i / (points.Length - 1);
            _points.Add(points[i]);
            _outward.Add(outward[i]);
            _half.Add(halfWidth * (along < 0.6f ? 1 : 1 - ((along - 0.6f) / 0.4f * 0.7f)));
            _albedo.Add(albedo);
            _headWeight.Add(onHead ? 1 : Body.FollowsHead(points[i]));
            _strandOf.Add(_count);
            if (i + 1 < points.Length)
            {
                _segments.Add(_points.Count - 1);
            }
        }

        _count++;
    }

    public void Apply(Pose pose)
    {
        Position = new Vector3[_points.Count];
        Outward = new Vector3[_points.Count];
        for (int i = 0; i < Position.Length; i++)
        {
            Position[i] = pose.ToCamera(_points[i], _headWeight[i]);
            Outward[i] = Vector3.Normalize(pose.ToCamera(_points[i] + _outward[i], _headWeight[i]) - Position[i]);
        }

        (HalfWidth, Albedo, Segments, StrandOf) = ([.. _half], [.. _albedo], [.. _segments], [.. _strandOf]);
        (Sky, Key, Lit, Tangent) = (new float[Position.Length], new float[Position.Length], new Vector3[Position.Length], new Vector3[Position.Length]);
        for (int i = 0; i < Position.Length; i++)
        {
            int before = i > 0 && StrandOf[i - 1] == StrandOf[i] ? i - 1 : i;
            int after = i + 1 < Position.Length && StrandOf[i + 1] == StrandOf[i] ? i + 1 : i;
            Vector3 along = Position[after] - Position[before];
            Tangent[i] = along.LengthSquared() > 1e-12f ? Vector3.Normalize(along) : Vector3.UnitY;
        }
    }
}
