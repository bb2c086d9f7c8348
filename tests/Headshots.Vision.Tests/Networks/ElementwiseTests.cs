using Headshots.Vision.Networks;
using Headshots.Vision.Networks.Tflite;
using static Headshots.Vision.Tests.Networks.NaiveOperators;

namespace Headshots.Vision.Tests.Networks;

public sealed class ElementwiseTests
{
    private const int Height = 5, Width = 6, Channels = 10;
    private static readonly int[] Shape = [1, Height, Width, Channels];

    public static TheoryData<int> Paths => SketchedModel.Paths;

    [Theory]
    [MemberData(nameof(Paths))]
    public void Activation_AnyKind_MatchesItsFormula(int path)
    {
        float[] values = [.. Values(Height * Width * Channels, 1).Select(v => v * 8)];
        float[] slopes = Values(Channels, 2);
        var formulas = new Dictionary<OperatorCode, Func<float, int, double>>
        {
            [OperatorCode.Relu] = (v, _) => Math.Max(v, 0),
            [OperatorCode.Relu6] = (v, _) => Math.Clamp(v, 0, 6),
            [OperatorCode.HardSwish] = (v, _) => v * Math.Clamp(v + 3.0, 0, 6) / 6,
            [OperatorCode.Logistic] = (v, _) => 1 / (1 + Math.Exp(-v)),
            [OperatorCode.Prelu] = (v, i) => v < 0 ? v * slopes[i % Channels] : v,
        };
        foreach ((OperatorCode code, Func<float, int, double> formula) in formulas)
        {
            var sketch = new SketchedModel();
            int input = sketch.Input(Shape);
            int[] operands = code == OperatorCode.Prelu ? [input, sketch.Constant(slopes, 1, 1, Channels)] : [input];
            TfliteModel model = sketch.Build(sketch.Apply(code, Shape, operands));
            SketchedModel.AssertClose([.. values.Select((v, i) => (float)formula(v, i))], SketchedModel.Run(model, path, values));
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Arithmetic_AlikePerChannelAndScalar_MatchesItsFormula(int path)
    {
        float[] a = Values(Height * Width * Channels, 3), alike = Values(a.Length, 4), perChannel = Values(Channels, 5);
        foreach (OperatorCode code in (OperatorCode[])[OperatorCode.Add, OperatorCode.Multiply])
        {
            float Apply(float x, float y) => Math.Max(0, code == OperatorCode.Add ? x + y : x * y);
            var cases = new (float[] Values, int[] Shape)[]
            {
                (alike, Shape),
                (perChannel, [1, 1, 1, Channels]),
                ([0.75f], [1]),
            };
            foreach ((float[] values, int[] shape) in cases)
            {
                var sketch = new SketchedModel();
                int result = sketch.Apply(
                    code, Shape, [sketch.Input(Shape), sketch.Constant(values, shape)], op => op with { Activation = FusedActivation.Relu });
                float[] expected = [.. a.Select((v, i) => Apply(v, values[i % values.Length]))];
                SketchedModel.AssertClose(expected, SketchedModel.Run(sketch.Build(result), path, a));
            }
        }
    }

    /// <summary>The gate of a squeeze-and-excite block and the sum after it run as one step.</summary>
    [Theory]
    [MemberData(nameof(Paths))]
    public void Product_FollowedBySum_MatchesItsParts(int path)
    {
        float[] a = Values(Height * Width * Channels, 6), gate = Values(Channels, 7), c = Values(a.Length, 8);
        var sketch = new SketchedModel();
        int first = sketch.Input(Shape), second = sketch.Input(1, 1, 1, Channels), third = sketch.Input(Shape);
        int product = sketch.Apply(OperatorCode.Multiply, Shape, [first, second]);
        int sum = sketch.Apply(OperatorCode.Add, Shape, [product, third]);
        int result = sketch.Apply(OperatorCode.Relu6, Shape, [sum]);
        float[] expected = [.. a.Select((v, i) => Math.Clamp((v * gate[i % Channels]) + c[i], 0, 6))];
        SketchedModel.AssertClose(expected, SketchedModel.Run(sketch.Build(result), path, a, gate, c));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Pool_AnyWindow_MatchesDefinition(int path)
    {
        foreach ((int window, int stride, bool same, bool average) in ((int, int, bool, bool)[])[(2, 2, true, false), (3, 2, true, true), (2, 1, false, false), (5, 5, false, true)])
        {
            float[] image = Values(Height * Width * Channels, 9);
            (int outH, _) = Extent(Height, window, stride, same);
            (int outW, _) = Extent(Width, window, stride, same);
            var sketch = new SketchedModel();
            int result = sketch.Apply(
                average ? OperatorCode.AveragePool : OperatorCode.MaxPool,
                [1, outH, outW, Channels],
                [sketch.Input(Shape)],
                op => op with { Window = new WindowOptions(same ? PaddingMode.Same : PaddingMode.Valid, stride, stride, window, window) });
            float[] expected = Pool(image, (Height, Width, Channels), window, stride, same, average);
            SketchedModel.AssertClose(expected, SketchedModel.Run(sketch.Build(result), path, image));
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void ResizeBilinear_AnyConvention_MatchesDefinition(int path)
    {
        foreach ((bool align, bool half) in ((bool, bool)[])[(false, false), (true, false), (false, true)])
        {
            foreach ((int outH, int outW) in ((int, int)[])[(10, 12), (3, 4), (1, 1)])
            {
                float[] image = Values(Height * Width * Channels, 10);
                var sketch = new SketchedModel();
                int result = sketch.Apply(
                    OperatorCode.ResizeBilinear,
                    [1, outH, outW, Channels],
                    [sketch.Input(Shape), sketch.Integers([outH, outW], 2)],
                    op => op with { AlignCorners = align, HalfPixelCentres = half });
                float[] expected = Resize(image, (Height, Width, Channels), outH, outW, align, half);
                SketchedModel.AssertClose(expected, SketchedModel.Run(sketch.Build(result), path, image));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void PadSliceConcatenateReshape_TogetherUndone_GiveTheInput(int path)
    {
        float[] image = Values(Height * Width * Channels, 11);
        var sketch = new SketchedModel();
        int input = sketch.Input(Shape);
        int padded = sketch.Apply(
            OperatorCode.Pad, [1, Height + 3, Width + 3, Channels + 1], [input, sketch.Integers([0, 0, 1, 2, 2, 1, 0, 1], 4, 2)]);
        int Slice(int firstChannel, int endChannel) => sketch.Apply(
            OperatorCode.StridedSlice,
            [1, Height, Width, endChannel - firstChannel],
            [
                padded,
                sketch.Integers([0, 1, 2, firstChannel], 4),
                sketch.Integers([1, -2, 2 + Width, endChannel], 4),
                sketch.Integers([1, 1, 1, 1], 4),
            ]);
        int joined = sketch.Apply(OperatorCode.Concatenation, Shape, [Slice(0, 3), Slice(3, Channels)], op => op with { Axis = -1 });
        int result = sketch.Apply(OperatorCode.Reshape, [1, Height * Width, Channels], [joined]);
        Assert.Equal(image, SketchedModel.Run(sketch.Build(result), path, image));
    }
}
