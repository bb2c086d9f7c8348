using System.Runtime.InteropServices;
using Headshots.Vision.Networks;
using Headshots.Vision.Networks.Tflite;
using static Headshots.Vision.Tests.Networks.NaiveOperators;

namespace Headshots.Vision.Tests.Networks;

public sealed class ConvolutionTests
{
    /// <summary>Height, width, input channels, output channels, window height and width, stride, SAME.</summary>
    public static TheoryData<int, int, int, int, int, int, int, bool> Shapes => new()
    {
        { 7, 9, 3, 16, 3, 3, 2, true },
        { 12, 12, 3, 24, 5, 5, 2, true },
        { 8, 8, 16, 24, 1, 1, 1, true },
        { 1, 1, 24, 10, 1, 1, 1, false },
        { 2, 2, 17, 5, 1, 1, 1, true },
        { 5, 7, 12, 30, 1, 1, 2, true },
        { 3, 3, 32, 41, 3, 3, 1, false },
        { 9, 6, 10, 9, 2, 3, 1, true },
        { 6, 5, 8, 1, 3, 3, 2, false },
        { 1, 5, 8, 33, 1, 1, 1, true },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Convolution_AnyShape_MatchesDefinition(int h, int w, int c, int o, int kh, int kw, int stride, bool same)
    {
        float[] image = Values(h * w * c, 1), weights = Values(o * kh * kw * c, 2), bias = Values(o, 3);
        float[] expected = Convolution(image, (h, w, c), weights, bias, (kh, kw), stride, same);
        (int outH, _) = Extent(h, kh, stride, same);
        (int outW, _) = Extent(w, kw, stride, same);
        var sketch = new SketchedModel();
        int result = sketch.Apply(
            OperatorCode.Convolution,
            [1, outH, outW, o],
            [sketch.Input(1, h, w, c), sketch.Constant(weights, o, kh, kw, c), sketch.Constant(bias, o)],
            op => op with { Window = Window(stride, same) });
        foreach (int path in SketchedModel.Paths.Select(p => (int)p.Data))
        {
            SketchedModel.AssertClose(expected, SketchedModel.Run(sketch.Build(result), path, image));
        }
    }

    /// <summary>Height, width, channels, window, stride, SAME.</summary>
    public static TheoryData<int, int, int, int, int, bool> DepthwiseShapes => new()
    {
        { 8, 12, 16, 3, 1, true },
        { 9, 7, 12, 3, 2, true },
        { 6, 6, 42, 5, 1, true },
        { 11, 13, 8, 5, 2, true },
        { 2, 2, 24, 3, 1, true },
        { 7, 9, 5, 3, 1, false },
        { 1, 1, 8, 3, 1, true },
        { 4, 20, 8, 2, 2, false },
    };

    [Theory]
    [MemberData(nameof(DepthwiseShapes))]
    public void DepthwiseConvolution_AnyShape_MatchesDefinition(int h, int w, int c, int k, int stride, bool same)
    {
        float[] image = Values(h * w * c, 4), weights = Values(k * k * c, 5), bias = Values(c, 6);
        float[] expected = Convolution(image, (h, w, c), weights, bias, (k, k), stride, same, depthwise: true);
        (int outH, _) = Extent(h, k, stride, same);
        (int outW, _) = Extent(w, k, stride, same);
        var sketch = new SketchedModel();
        int result = sketch.Apply(
            OperatorCode.DepthwiseConvolution,
            [1, outH, outW, c],
            [sketch.Input(1, h, w, c), sketch.Constant(weights, 1, k, k, c), sketch.Constant(bias, c)],
            op => op with { Window = Window(stride, same) });
        foreach (int path in SketchedModel.Paths.Select(p => (int)p.Data))
        {
            SketchedModel.AssertClose(expected, SketchedModel.Run(sketch.Build(result), path, image));
        }
    }

    [Theory]
    [InlineData(2, 2, true)]
    [InlineData(3, 2, true)]
    [InlineData(3, 1, false)]
    [InlineData(4, 3, false)]
    public void TransposeConvolution_AnyShape_MatchesDefinition(int kernel, int stride, bool same)
    {
        foreach (int o in (int[])[1, 3])
        {
            (int h, int w, int c) = (5, 7, 16);
            float[] image = Values(h * w * c, 7), weights = Values(o * kernel * kernel * c, 8), bias = Values(o, 9);
            float[] expected = TransposeConvolution(image, (h, w, c), weights, bias, (kernel, kernel), stride, same);
            int pad = same ? kernel - ((h - 1) % stride) - 1 : 0, padX = same ? kernel - ((w - 1) % stride) - 1 : 0;
            int outH = (stride * (h - 1)) + kernel - Math.Max(0, pad), outW = (stride * (w - 1)) + kernel - Math.Max(0, padX);
            int[] options = [same ? 1 : 2, stride, stride];
            var sketch = new SketchedModel();
            int result = sketch.Apply(
                OperatorCode.TransposeConvolutionBias,
                [1, outH, outW, o],
                [sketch.Input(1, h, w, c), sketch.Constant(weights, o, kernel, kernel, c), sketch.Constant(bias, o)],
                op => op with { CustomOptions = MemoryMarshal.AsBytes(options.AsSpan()).ToArray() });
            foreach (int path in SketchedModel.Paths.Select(p => (int)p.Data))
            {
                SketchedModel.AssertClose(expected, SketchedModel.Run(sketch.Build(result), path, image));
            }
        }
    }

    /// <summary>Depthwise, pointwise, the sum with a shorter tensor padded by zero channels, and Prelu: one step.</summary>
    [Theory]
    [MemberData(nameof(SketchedModel.Paths), MemberType = typeof(SketchedModel))]
    public void SeparableBlock_WithPaddedResidualAndPrelu_MatchesItsParts(int path)
    {
        (int h, int w, int c, int o) = (10, 14, 12, 30);
        float[] image = Values(h * w * c, 10), kernel = Values(9 * c, 11), weights = Values(o * c, 12);
        float[] none = new float[c], bias = Values(o, 13), slopes = Values(o, 14);
        // The file holds half precision; the reference must see the same values.
        weights = [.. weights.Select(v => (float)(Half)v)];
        float[] expected = Convolution(Convolution(image, (h, w, c), kernel, none, (3, 3), 1, true, depthwise: true), (h, w, c), weights, bias, (1, 1), 1, true);
        for (int i = 0; i < expected.Length; i++)
        {
            float sum = expected[i] + (i % o < c ? image[(i / o * c) + (i % o)] : 0);
            expected[i] = sum < 0 ? sum * slopes[i % o] : sum;
        }

        var sketch = new SketchedModel();
        int input = sketch.Input(1, h, w, c);
        int depthwise = sketch.Apply(
            OperatorCode.DepthwiseConvolution,
            [1, h, w, c],
            [input, sketch.Constant(kernel, 1, 3, 3, c), sketch.Constant(none, c)]);
        int pointwise = sketch.Apply(
            OperatorCode.Convolution, [1, h, w, o], [depthwise, sketch.Half(weights, o, 1, 1, c), sketch.Constant(bias, o)]);
        int padded = sketch.Apply(OperatorCode.Pad, [1, h, w, o], [input, sketch.Integers([0, 0, 0, 0, 0, 0, 0, o - c], 4, 2)]);
        int sumTensor = sketch.Apply(OperatorCode.Add, [1, h, w, o], [padded, pointwise]);
        int result = sketch.Apply(OperatorCode.Prelu, [1, h, w, o], [sumTensor, sketch.Constant(slopes, 1, 1, o)]);
        TfliteModel model = sketch.Build(result);
        SketchedModel.AssertClose(expected, SketchedModel.Run(model, path, image));
    }

    /// <summary>A tensor that somebody else reads too must not be folded away.</summary>
    [Theory]
    [MemberData(nameof(SketchedModel.Paths), MemberType = typeof(SketchedModel))]
    public void Convolution_ReadTwice_IsNotFoldedAway(int path)
    {
        float[] image = Values(4 * 4 * 8, 15), weights = Values(8 * 8, 16);
        float[] plain = Convolution(image, (4, 4, 8), weights, new float[8], (1, 1), 1, true);
        var sketch = new SketchedModel();
        int convolution = sketch.Apply(OperatorCode.Convolution, [1, 4, 4, 8], [sketch.Input(1, 4, 4, 8), sketch.Constant(weights, 8, 1, 1, 8)]);
        int relu = sketch.Apply(OperatorCode.Relu, [1, 4, 4, 8], [convolution]);
        int both = sketch.Apply(OperatorCode.Add, [1, 4, 4, 8], [convolution, relu]);
        float[] expected = [.. plain.Select(v => v + Math.Max(v, 0))];
        SketchedModel.AssertClose(expected, SketchedModel.Run(sketch.Build(both), path, image));
    }

    private static WindowOptions Window(int stride, bool same) =>
        new(same ? PaddingMode.Same : PaddingMode.Valid, stride, stride, 0, 0);
}
