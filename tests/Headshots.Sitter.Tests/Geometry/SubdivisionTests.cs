using System.Numerics;
using Headshots.Sitter.Geometry;

namespace Headshots.Sitter.Tests.Geometry;

public sealed class SubdivisionTests
{
    [Fact]
    public void Subdivide_Triangle_QuartersItAndKeepsOldIndices()
    {
        ControlMesh fine = Subdivision.Subdivide(Triangle());

        Assert.Equal(6, fine.Position.Count);
        Assert.Equal(12, fine.Triangles.Count);
        Assert.Equal(new Vector3(0.125f, 0.125f, 0), fine.Position[0]); // a border point: ¾ of itself and ⅛ of both neighbours
        Assert.Contains(new Vector3(0.5f, 0, 0), fine.Position);
    }

    [Fact]
    public void CounterShrinking_ThenSubdivide_KeepsPointsNearWhereTheyWere()
    {
        ControlMesh plain = Subdivision.Subdivide(Triangle());
        ControlMesh control = Triangle();
        Subdivision.CounterShrinking(control, 0.8f);
        ControlMesh corrected = Subdivision.Subdivide(control);

        Assert.True(corrected.Position[0].Length() < 0.4f * plain.Position[0].Length());
    }

    [Fact]
    public void Border_Triangle_IsItsThreeCorners() => Assert.Equal([0, 1, 2], Subdivision.Border([0, 1, 2]));

    private static ControlMesh Triangle()
    {
        List<Vector3> corners = [Vector3.Zero, Vector3.UnitX, Vector3.UnitY];
        return new ControlMesh([.. corners], [.. corners], [0, 0, 0], [0, 1, 2]);
    }
}
