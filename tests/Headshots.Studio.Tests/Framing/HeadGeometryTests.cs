using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Framing;
using Headshots.Studio.Matting;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Tests.Framing;

public sealed class HeadGeometryTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(-47)]
    public void FromMesh_LeaningHead_MeasuresAlongTheFace(float degrees)
    {
        FaceMesh mesh = Face(new Vector2(500, 400), degrees);

        HeadGeometry head = HeadGeometry.FromMesh(mesh, levelling: 1);

        Assert.Equal(degrees * MathF.PI / 180, head.Angle, 1e-4f);
        Assert.Equal(110, head.Chin, 0.05f);
        Assert.Equal(60, head.InterEye, 0.01f);
        Assert.Equal(500, head.Origin.X, 0.01f);
    }

    [Fact]
    public void FromMesh_NotLevelled_KeepsTheLean()
    {
        HeadGeometry head = HeadGeometry.FromMesh(Face(new Vector2(500, 400), 15), levelling: 0);

        Assert.Equal(0, head.Angle);
    }

    [Theory]
    [InlineData(290, -110)]
    [InlineData(240, -160)]
    public void Find_HairAboveHead_EndsAtTheHair(int hairTop, float crown)
    {
        using MaskRaster mask = Column(1000, hairTop);
        HeadGeometry head = HeadGeometry.FromMesh(Face(new Vector2(500, 400), 0), levelling: 1);

        HeadGeometry found = CrownFinder.Find(head, mask, new RectF(0, 0, 1000, 1000));

        Assert.Equal(crown, found.Crown, 2f);
        Assert.True(found.CrownSeen);
    }

    [Fact]
    public void Find_PhotoEndsInTheHair_SaysSo()
    {
        using MaskRaster mask = Column(1000, 0);
        HeadGeometry head = HeadGeometry.FromMesh(Face(new Vector2(500, 120), 0), levelling: 1);

        HeadGeometry found = CrownFinder.Find(head, mask, new RectF(0, 0, 1000, 1000));

        Assert.False(found.CrownSeen);
        Assert.Equal(-120, found.Crown, 2f);
    }

    /// <summary>A face oval of 80 × 110 pixels below the eyes, irises 60 apart.</summary>
    private static FaceMesh Face(Vector2 eyes, float degrees)
    {
        Matrix3x2 place = Matrix3x2.CreateRotation(degrees * MathF.PI / 180) * Matrix3x2.CreateTranslation(eyes);
        Vector3[] points = new Vector3[FaceMesh.PointCount];
        for (int i = 0; i < HeadGeometry.Oval.Count; i++)
        {
            float t = 2 * MathF.PI * i / HeadGeometry.Oval.Count;
            Set(HeadGeometry.Oval[i], new Vector2(80 * MathF.Sin(t), 30 - (80 * MathF.Cos(t))));
        }

        Set(468, new Vector2(-30, 0));
        Set(473, new Vector2(30, 0));
        return new FaceMesh(points, 1);

        void Set(int index, Vector2 p)
        {
            Vector2 at = Vector2.Transform(p, place);
            points[index] = new Vector3(at, 0);
        }
    }

    private static MaskRaster Column(int side, int top)
    {
        PlanarImage samples = PlanarImage.Rent(side, side, 1);
        samples.Fill(0);
        for (int y = top; y < side; y++)
        {
            samples.Row(0, y)[400..600].Fill(1);
        }

        return new MaskRaster(samples, new RectF(0, 0, side, side));
    }
}
