using System.Numerics;
using Headshots.Vision.Faces;

namespace Headshots.Vision.Tests.Faces;

public sealed class CanonicalFaceTests
{
    private static readonly string ModelPath =
        Path.Combine(AppContext.BaseDirectory, "models", "geometry_pipeline_metadata_landmarks.binarypb");

    [Fact]
    public void Load_ShippedModel_HasTheKnownCounts()
    {
        CanonicalFace face = CanonicalFace.Load(ModelPath);

        Assert.Equal(468, face.Vertices.Count);
        Assert.Equal(468, face.Uvs.Count);
        Assert.Equal(898 * 3, face.Triangles.Count);
        Assert.Equal(33, face.ProcrustesBasis.Count);
    }

    [Fact]
    public void Load_ShippedModel_PutsTheFeaturesWhereTheyBelong()
    {
        CanonicalFace face = CanonicalFace.Load(ModelPath);
        Vector3 noseTip = face.Vertices[4];
        Vector3 chin = face.Vertices[152];
        Vector3 forehead = face.Vertices[10];

        Assert.Equal(0, noseTip.X, 3);
        Assert.Equal(noseTip.Z, face.Vertices.Max(v => v.Z), 0.2f);
        Assert.True(chin.Y < noseTip.Y && noseTip.Y < forehead.Y);
        Assert.True(face.Vertices[33].X < face.Vertices[133].X, "33 is the outer corner of the eye on the left");
        Assert.Equal(-face.Vertices[33].X, face.Vertices[263].X, 3);
    }

    [Fact]
    public void Load_ShippedModel_TrianglesFaceTheViewer()
    {
        CanonicalFace face = CanonicalFace.Load(ModelPath);
        float towardsViewer = 0;
        for (int t = 0; t < face.Triangles.Count; t += 3)
        {
            Vector3 a = face.Vertices[face.Triangles[t]];
            Vector3 b = face.Vertices[face.Triangles[t + 1]];
            Vector3 c = face.Vertices[face.Triangles[t + 2]];
            towardsViewer += Vector3.Cross(b - a, c - a).Z;
        }

        Assert.True(towardsViewer > 0, "counter-clockwise as seen from outside");
    }

    [Fact]
    public void Parse_CutInsideTheMesh_IsRefusedWithAReason()
    {
        byte[] whole = File.ReadAllBytes(ModelPath);
        for (int length = 0; length < 19050; length += 97)
        {
            int cut = length;
            var refused = Assert.Throws<InvalidDataException>(() => CanonicalFace.Parse(whole.AsSpan(0, cut)));
            Assert.NotEmpty(refused.Message);
        }
    }

    [Fact]
    public void Parse_TriangleCornerBeyondTheVertices_IsRefused()
    {
        byte[] altered = File.ReadAllBytes(ModelPath);
        int corner = Array.LastIndexOf(altered, (byte)0x20, 19000); // tag of field 4, a number
        altered[corner + 1] = 0xFF;
        altered[corner + 2] = 0x7F;

        Assert.Throws<InvalidDataException>(() => CanonicalFace.Parse(altered));
    }
}
