using System.Numerics;
using Headshots.Sitter.Drawing;

namespace Headshots.Sitter.Tests.Drawing;

public sealed class ColourTests
{
    [Fact]
    public void Skin_WholeRange_HasTheAskedAngleInsideTheGamut()
    {
        for (float ita = -70; ita <= 70; ita += 2)
        {
            Vector3 skin = Colour.Skin(ita);

            Assert.Equal(ita, Colour.Ita(skin), 0.2f);
            Assert.All(new[] { skin.X, skin.Y, skin.Z }, c => Assert.InRange(c, 0, 1));
        }
    }

    [Fact]
    public void Temperature_AtDaylight_IsNeutralAndWarmerBelow()
    {
        Assert.Equal(Vector3.One, Colour.Temperature(6504));
        Vector3 warm = Colour.Temperature(3000);

        Assert.True(warm.X > 1 && warm.Z < 0.7f);
    }
}
