using Headshots.Studio.Framing;
using Headshots.Studio.Specs;

namespace Headshots.Studio.Tests.Framing;

public sealed class AskedFramingTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(7.9f, 0)]
    [InlineData(-7.9f, 0)]
    [InlineData(19, -0.02f)]
    [InlineData(-19, 0.02f)]
    [InlineData(30, -0.04f)]
    [InlineData(-48, 0.04f)]
    public void Of_TurnedHead_LeavesRoomWhereItLooks(float yaw, float offset)
    {
        FramingSpec spec = new() { LookRoom = 0.04f };

        Assert.Equal(offset, AskedFraming.Of(spec, yaw).CentreOffset, 1e-5f);
        Assert.Equal(offset + 0.1f, AskedFraming.Of(spec with { CentreOffset = 0.1f }, yaw).CentreOffset, 1e-5f);
    }
}
