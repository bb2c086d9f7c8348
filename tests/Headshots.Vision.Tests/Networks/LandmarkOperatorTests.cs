using System.Numerics;
using Headshots.Vision.Networks;
using Headshots.Vision.Networks.Tflite;
using static Headshots.Vision.Tests.Networks.NaiveOperators;

namespace Headshots.Vision.Tests.Networks;

/// <summary>The operators of the attention mesh, with the options that the shipped file gives them.</summary>
public sealed class LandmarkOperatorTests
{
    public static TheoryData<int> Paths => SketchedModel.Paths;

    private static IEnumerable<TfliteOperator> Shipped(OperatorCode code) =>
        TfliteModel.Load(ModelFiles.FaceLandmarkWithAttention).Operators.Where(o => o.Code == code);

    [Fact]
    public void FlexMap_ShippedOptions_NamesTheEyesAndLips()
    {
        FlexMap[] options = [.. Shipped(OperatorCode.LandmarksToTransformMatrix).Select(o => new FlexMap(o.CustomOptions, o.Label))];
        Assert.Equal(3, options.Length);
        Assert.All(options, o => Assert.Equal((16, 16), (o.Int32("output_width"), o.Int32("output_height"))));
        Assert.All(options, o => Assert.Equal(1.5f, o.Single("scale_x")));
        Assert.All(options, o => Assert.Equal(0, o.Single("target_rotation_radians")));
        // Corners of the mouth, of the one eye and of the other in the canonical face.
        Assert.Equal((61, 291), (options[0].Int32("left_rotation_idx"), options[0].Int32("right_rotation_idx")));
        Assert.Equal((33, 133), (options[1].Int32("left_rotation_idx"), options[1].Int32("right_rotation_idx")));
        Assert.Equal((362, 263), (options[2].Int32("left_rotation_idx"), options[2].Int32("right_rotation_idx")));
        Assert.Equal([80, 71, 71], options.Select(o => o.Int32s("subset_idxs").Length));
        Assert.Throws<NetworkFormatException>(() => options[0].Int32("no_such_key"));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void LandmarkMatrix_AnyFace_IsShiftTurnScaleShift(int path)
    {
        float[] points = [.. Values(468 * 3, 1).Select(v => 24 + (20 * v))];
        foreach (TfliteOperator shipped in Shipped(OperatorCode.LandmarksToTransformMatrix))
        {
            var options = new FlexMap(shipped.CustomOptions, shipped.Label);
            var sketch = new SketchedModel();
            int result = sketch.Apply(
                OperatorCode.LandmarksToTransformMatrix, [1, 4, 4], [sketch.Input(1, 468, 3)], op => op with { CustomOptions = shipped.CustomOptions });
            SketchedModel.AssertClose(Expected(points, options), SketchedModel.Run(sketch.Build(result), path, points));
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void TransformTensor_TurnedCrop_SamplesPixelCentresAndZeroOutside(int path)
    {
        byte[] options = Shipped(OperatorCode.TransformTensorBilinear).First().CustomOptions.ToArray();
        (int h, int w, int c) = (20, 22, 6);
        float[] image = Values(h * w * c, 2);
        float[] matrix = [1.1f, 0.3f, 0, 2.53f, -0.25f, 0.9f, 0, 5.25f, 0, 0, 1, 0, 0, 0, 0, 1];
        var expected = new float[16 * 16 * c];
        for (int i = 0; i < expected.Length; i++)
        {
            double px = (i / c % 16) + 0.5, py = (i / c / 16) + 0.5;
            double x = (matrix[0] * px) + (matrix[1] * py) + matrix[3] - 0.5, y = (matrix[4] * px) + (matrix[5] * py) + matrix[7] - 0.5;
            if (x < 0 || y < 0 || x > w - 1 || y > h - 1)
            {
                continue;
            }

            (int x0, int y0) = ((int)x, (int)y);
            double At(int yy, int xx) => image[((Math.Min(yy, h - 1) * w) + Math.Min(xx, w - 1)) * c + (i % c)];
            double upper = At(y0, x0) * (1 - (x - x0)) + At(y0, x0 + 1) * (x - x0);
            double lower = At(y0 + 1, x0) * (1 - (x - x0)) + At(y0 + 1, x0 + 1) * (x - x0);
            expected[i] = (float)(upper * (1 - (y - y0)) + lower * (y - y0));
        }

        Assert.Contains(0f, expected);
        var sketch = new SketchedModel();
        int source = sketch.Input(1, h, w, c), transform = sketch.Input(1, 4, 4);
        int result = sketch.Apply(OperatorCode.TransformTensorBilinear, [1, 16, 16, c], [source, transform], op => op with { CustomOptions = options });
        SketchedModel.AssertClose(expected, SketchedModel.Run(sketch.Build(result), path, image, matrix));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void TransformLandmarks_XAndY_GoThroughTheMatrix(int dimensions)
    {
        float[] points = Values(71 * dimensions, 3);
        float[] matrix = [1.1f, 0.3f, 9, 2.5f, -0.25f, 0.9f, 9, 5.25f, 0, 0, 1, 0, 0, 0, 0, 1];
        var expected = (float[])points.Clone();
        for (int i = 0; i < points.Length; i += dimensions)
        {
            expected[i] = (matrix[0] * points[i]) + (matrix[1] * points[i + 1]) + matrix[3];
            expected[i + 1] = (matrix[4] * points[i]) + (matrix[5] * points[i + 1]) + matrix[7];
        }

        var sketch = new SketchedModel();
        int source = sketch.Input(1, 71, dimensions), transform = sketch.Input(1, 4, 4);
        int result = sketch.Apply(OperatorCode.TransformLandmarks, [1, 71, dimensions], [source, transform]);
        SketchedModel.AssertClose(expected, SketchedModel.Run(sketch.Build(result), 0, points, matrix));
    }

    /// <summary>MediaPipe's definition, matrix by matrix.</summary>
    private static float[] Expected(float[] points, FlexMap options)
    {
        Vector2 Point(int i) => new(points[i * 3], points[(i * 3) + 1]);
        Vector2 across = Point(options.Int32("right_rotation_idx")) - Point(options.Int32("left_rotation_idx"));
        float turn = options.Single("target_rotation_radians") - MathF.Atan2(across.Y, across.X);
        Matrix3x2 rotation = Matrix3x2.CreateRotation(turn);
        Vector2[] turned = [.. options.Int32s("subset_idxs").Select(i => Vector2.Transform(Point(i), rotation))];
        Vector2 low = turned.Aggregate(Vector2.Min), high = turned.Aggregate(Vector2.Max);
        Vector2 crop = new(options.Int32("output_width"), options.Int32("output_height"));
        Vector2 scale = (high - low) * new Vector2(options.Single("scale_x"), options.Single("scale_y")) / crop;
        Matrix3x2.Invert(rotation, out Matrix3x2 back);
        // System.Numerics multiplies row vectors: the first factor acts first.
        Matrix3x2 all = Matrix3x2.CreateTranslation(-crop / 2) * Matrix3x2.CreateScale(scale) * back
            * Matrix3x2.CreateTranslation(Vector2.Transform((low + high) / 2, back));
        return [all.M11, all.M21, 0, all.M31, all.M12, all.M22, 0, all.M32, 0, 0, 1, 0, 0, 0, 0, 1];
    }
}
