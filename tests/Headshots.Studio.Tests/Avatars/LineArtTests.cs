using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Avatars;

namespace Headshots.Studio.Tests.Avatars;

public sealed class LineArtTests
{
    private const int Size = 96;

    [Fact]
    public void Draw_DarkStrokeOnPaper_InksTheStrokeAndNothingElse()
    {
        Sheet sheet = Paper((x, y) => Math.Abs(x - 40 - (0.3f * y)) < 1.5f ? 20 : 90);

        float[] ink = LineArt.Draw(sheet, Flow.Of(sheet, 2), 1, 1, 0.55f);

        for (int y = 10; y < Size - 10; y++)
        {
            Assert.True(ink[(y * Size) + (int)(40 + (0.3f * y))] > 0.8f, $"row {y}");
            Assert.Equal(0, ink[(y * Size) + 10]);
        }
    }

    [Fact]
    public void Draw_SlowShading_StaysClean()
    {
        Sheet sheet = Paper((x, y) => 30 + (0.4f * x) + (0.1f * y));

        Assert.All(LineArt.Draw(sheet, Flow.Of(sheet, 2), 1, 1, 0.55f), v => Assert.Equal(0, v));
    }

    [Fact]
    public void Abstraction_NoisyHalves_AreCalmedAndStayApart()
    {
        Random random = new(3);
        Sheet sheet = Paper((x, _) => (x < 48 ? 30 : 70) + (4 * (random.NextSingle() - 0.5f)));

        Sheet calm = Abstraction.Apply(sheet, Flow.Of(sheet, 2), 2.6f, 6, 3);

        Assert.InRange(Spread(calm), 0, 0.5f * Spread(sheet));
        Assert.Equal(30, calm.Pixels[(40 * Size) + 44].X, 1.5f);
        Assert.Equal(70, calm.Pixels[(40 * Size) + 52].X, 1.5f);
    }

    [Fact]
    public void Tones_ThreeColours_AreFound()
    {
        Sheet sheet = new(Size);
        Vector4[] colours = [new(20, 10, 0, 0), new(50, 0, 30, 0), new(80, -20, 5, 0)];
        for (int i = 0; i < sheet.Pixels.Length; i++)
        {
            sheet.Pixels[i] = colours[i % Size * 3 / Size];
        }

        float[] everywhere = new float[sheet.Pixels.Length];
        Array.Fill(everywhere, 1);
        Vector4[] tones = Tones.Find(sheet, everywhere, 3);

        Assert.All(colours, c => Assert.Contains(tones, t => Vector4.Distance(t, c) < 0.01f));
        Vector4[] shades = Tones.Shades(sheet, everywhere, 3);
        Assert.Equal(colours.Select(c => c.X), shades.Select(s => s.X).Order(), (a, b) => Math.Abs(a - b) < 0.01f);
    }

    [Fact]
    public void LargerEyes_GrowAroundTheIrisAndLeaveTheRest()
    {
        using PlanarImage drawing = PlanarImage.Rent(128, 128, 3);
        drawing.Fill(1);
        List<Vector3> points = [.. Enumerable.Repeat(Vector3.Zero, Vision.Faces.FaceMesh.PointCount)];
        points[468] = new Vector3(40.5f, 60.5f, 0);
        points[473] = new Vector3(88.5f, 60.5f, 0);
        for (int y = 0; y < 128; y++)
        {
            for (int x = 0; x < 128; x++)
            {
                if (Vector2.Distance(new(x, y), new(40, 60)) <= 6)
                {
                    drawing.Row(0, y)[x] = 0;
                }
            }
        }

        float before = Dark();
        LargerEyes.Apply(drawing, new Vision.Faces.FaceMesh(points, 1), new RectF(0, 0, 128, 128), 0.1f);

        Assert.InRange(Dark() / before, 1.1f, 1.3f);
        Assert.All(drawing.Row(0, 100).ToArray(), v => Assert.Equal(1, v));

        float Dark() => Enumerable.Range(0, 128).Sum(y => drawing.Row(0, y).ToArray().Sum(v => 1 - v));
    }

    private static float Spread(Sheet sheet) => Enumerable.Range(5, 30).Max(x => sheet.Pixels[(50 * Size) + x].X)
        - Enumerable.Range(5, 30).Min(x => sheet.Pixels[(50 * Size) + x].X);

    private static Sheet Paper(Func<float, float, float> lightness)
    {
        Sheet sheet = new(Size);
        for (int i = 0; i < sheet.Pixels.Length; i++)
        {
            sheet.Pixels[i] = new Vector4(lightness((i % Size) + 0.5f, (i / Size) + 0.5f), 3, 8, 0);
        }

        return sheet;
    }
}
