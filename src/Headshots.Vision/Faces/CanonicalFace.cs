using System.Buffers.Binary;
using System.Numerics;

namespace Headshots.Vision.Faces;

/// <summary>
/// MediaPipe's canonical face: the mesh whose 468 vertices the face network places in a photo, in the same order.
/// Read from <c>geometry_pipeline_metadata_landmarks.binarypb</c>, which the build copies to <c>models/</c> beside the
/// program. Message layout: mediapipe/modules/face_geometry/protos (geometry_pipeline_metadata, mesh_3d).
/// </summary>
public sealed class CanonicalFace
{
    /// <summary>Vertices of the mesh; the ten iris points of the network are not part of it.</summary>
    public const int VertexCount = 468;

    private const int FloatsPerVertex = 5;

    private CanonicalFace(Vector3[] vertices, Vector2[] uvs, int[] triangles, (int Index, float Weight)[] basis)
    {
        Vertices = vertices;
        Uvs = uvs;
        Triangles = triangles;
        ProcrustesBasis = basis;
    }

    /// <summary>Centimetres: x to the right as seen by the viewer, y up, z towards the viewer; the origin is inside the head.</summary>
    public IReadOnlyList<Vector3> Vertices { get; }

    /// <summary>Three vertex indices per triangle, 898 triangles.</summary>
    public IReadOnlyList<int> Triangles { get; }

    /// <summary>Texture coordinates in [0, 1], v downwards from the forehead.</summary>
    public IReadOnlyList<Vector2> Uvs { get; }

    /// <summary>The stable points, with weights, by which a fitted mesh is aligned with this one to find the head's pose.</summary>
    public IReadOnlyList<(int Index, float Weight)> ProcrustesBasis { get; }

    /// <summary>Reads the file.</summary>
    /// <param name="path">The <c>.binarypb</c> file.</param>
    /// <exception cref="InvalidDataException">The file is not the geometry of a 468-vertex face; the message says where it breaks.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static CanonicalFace Load(string path) => Parse(File.ReadAllBytes(path));

    internal static CanonicalFace Parse(ReadOnlySpan<byte> bytes)
    {
        var fields = new ProtobufReader(bytes);
        ReadOnlySpan<byte> mesh = default;
        List<(int Index, float Weight)> basis = [];
        while (fields.Next())
        {
            if (fields.Is(1, ProtobufReader.Wire.Bytes))
            {
                mesh = fields.Bytes;
            }
            else if (fields.Is(2, ProtobufReader.Wire.Bytes))
            {
                basis.Add(ParseBasis(fields.Bytes));
            }
        }

        (List<float> buffer, List<int> triangles) = ParseMesh(mesh);
        Require(buffer.Count == VertexCount * FloatsPerVertex, $"{buffer.Count} vertex numbers instead of {VertexCount * FloatsPerVertex}");
        Require(buffer.TrueForAll(float.IsFinite), "a vertex number that is not finite");
        Require(triangles.Count > 0 && triangles.Count % 3 == 0, $"{triangles.Count} triangle corners");
        Require(triangles.TrueForAll(i => (uint)i < VertexCount), "a triangle corner that is no vertex");
        Require(basis.Count > 0 && basis.TrueForAll(b => (uint)b.Index < VertexCount && b.Weight >= 0), "a basis point that is no vertex");
        var vertices = new Vector3[VertexCount];
        var uvs = new Vector2[VertexCount];
        for (int i = 0; i < VertexCount; i++)
        {
            int at = i * FloatsPerVertex;
            vertices[i] = new Vector3(buffer[at], buffer[at + 1], buffer[at + 2]);
            uvs[i] = new Vector2(buffer[at + 3], buffer[at + 4]);
        }

        return new CanonicalFace(vertices, uvs, [.. triangles], [.. basis]);
    }

    private static (List<float> Buffer, List<int> Triangles) ParseMesh(ReadOnlySpan<byte> mesh)
    {
        var fields = new ProtobufReader(mesh);
        List<float> buffer = [];
        List<int> triangles = [];
        while (fields.Next())
        {
            switch (fields.Field)
            {
                case 3:
                    AppendFloats(ref fields, buffer);
                    break;
                case 4:
                    AppendIndices(ref fields, triangles);
                    break;
                default:
                    break; // vertex and primitive type have one value each
            }
        }

        return (buffer, triangles);
    }

    // Writers may pack a repeated number into one run of bytes; this file does not, a later one might.
    private static void AppendFloats(ref ProtobufReader fields, List<float> buffer)
    {
        if (fields.WireType == ProtobufReader.Wire.Fixed32)
        {
            buffer.Add(fields.Single);
            return;
        }

        ReadOnlySpan<byte> run = fields.Bytes;
        Require(run.Length % sizeof(float) == 0, "a run of vertex numbers that is cut off");
        for (; !run.IsEmpty; run = run[sizeof(float)..])
        {
            buffer.Add(BinaryPrimitives.ReadSingleLittleEndian(run));
        }
    }

    private static void AppendIndices(ref ProtobufReader fields, List<int> triangles)
    {
        if (fields.WireType == ProtobufReader.Wire.Varint)
        {
            triangles.Add(Index(fields.Number));
            return;
        }

        ReadOnlySpan<byte> run = fields.Bytes;
        while (!run.IsEmpty)
        {
            triangles.Add(Index(ProtobufReader.ReadVarint(ref run)));
        }
    }

    private static (int Index, float Weight) ParseBasis(ReadOnlySpan<byte> point)
    {
        var fields = new ProtobufReader(point);
        int index = 0;
        float weight = 0;
        while (fields.Next())
        {
            if (fields.Is(1, ProtobufReader.Wire.Varint))
            {
                index = Index(fields.Number);
            }
            else if (fields.Is(2, ProtobufReader.Wire.Fixed32))
            {
                weight = fields.Single;
            }
        }

        return (index, weight);
    }

    private static int Index(ulong number) => number < VertexCount ? (int)number : -1;

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidDataException($"This is not MediaPipe's canonical face: {otherwise}.");
        }
    }
}
