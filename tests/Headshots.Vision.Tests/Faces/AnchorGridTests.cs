using System.Numerics;
using Headshots.Vision.Faces;

namespace Headshots.Vision.Tests.Faces;

public sealed class AnchorGridTests
{
    [Fact]
    public void Build_ShortRangeLayers_GivesTheNetworksOutputs()
    {
        Vector2[] anchors = AnchorGrid.Build(128, (8, 2), (16, 6));

        Assert.Equal(896, anchors.Length);
        Assert.Equal(new Vector2(0.5f / 16), anchors[0]);
        Assert.Equal(anchors[0], anchors[1]);
        Assert.Equal(new Vector2(1.5f / 16, 0.5f / 16), anchors[2]);
        Assert.Equal(new Vector2(15.5f / 16), anchors[511]);
        Assert.All(anchors[512..518], a => Assert.Equal(new Vector2(0.5f / 8), a));
        Assert.Equal(new Vector2(7.5f / 8), anchors[^1]);
    }

    [Fact]
    public void Build_FullRangeLayer_RunsAlongRows()
    {
        Vector2[] anchors = AnchorGrid.Build(192, (4, 1));

        Assert.Equal(2304, anchors.Length);
        Assert.Equal(new Vector2(1.5f / 48, 0.5f / 48), anchors[1]);
        Assert.Equal(new Vector2(0.5f / 48, 1.5f / 48), anchors[48]);
    }
}
