using System.Runtime.InteropServices;
using Headshots.Vision.Networks;
using Headshots.Vision.Networks.Kernels;
using Headshots.Vision.Networks.Tflite;

namespace Headshots.Vision.Tests.Networks;

/// <summary>Small networks put together by hand, for trying single operators and their fusions.</summary>
internal sealed class SketchedModel
{
    private readonly List<TfliteTensor> tensors = [];
    private readonly List<TfliteOperator> operators = [];
    private readonly List<int> inputs = [];

    /// <summary>Every register width there is; on a machine without one, it runs in software.</summary>
    public static TheoryData<int> Paths => [(int)SimdPath.Scalar, (int)SimdPath.Lanes4, (int)SimdPath.Lanes8, (int)SimdPath.Lanes16];

    public int Input(params int[] shape)
    {
        inputs.Add(Tensor(shape, TensorType.Float32, default));
        return inputs[^1];
    }

    public int Constant(float[] values, params int[] shape) =>
        Tensor(shape, TensorType.Float32, MemoryMarshal.AsBytes(values.AsSpan()).ToArray());

    public int Integers(int[] values, params int[] shape) =>
        Tensor(shape, TensorType.Int32, MemoryMarshal.AsBytes(values.AsSpan()).ToArray());

    /// <summary>Half-precision constant behind a DEQUANTIZE, as the shipped networks have all their weights.</summary>
    public int Half(float[] values, params int[] shape)
    {
        Half[] halves = [.. values.Select(v => (Half)v)];
        int source = Tensor(shape, TensorType.Float16, MemoryMarshal.AsBytes(halves.AsSpan()).ToArray());
        return Apply(OperatorCode.Dequantize, shape, [source]);
    }

    public int Apply(OperatorCode code, int[] shape, int[] operands, Func<TfliteOperator, TfliteOperator>? configure = null)
    {
        int output = Tensor(shape, TensorType.Float32, default);
        int version = code >= OperatorCode.LandmarksToTransformMatrix ? 2 : 1;
        var op = new TfliteOperator(operators.Count, code, code.ToString(), version, operands, [output]);
        operators.Add(configure?.Invoke(op) ?? op);
        return output;
    }

    public TfliteModel Build(params int[] outputs) => new([.. tensors], [.. operators], [.. inputs], outputs);

    /// <summary>First output for the given inputs.</summary>
    public static float[] Run(TfliteModel model, int path, params float[][] values)
    {
        using ICompiledNetwork network = new ManagedRuntime((SimdPath)path).Compile(model);
        using INetworkSession session = network.OpenSession();
        for (int i = 0; i < values.Length; i++)
        {
            values[i].CopyTo(session.Input(i));
        }

        session.Run();
        return session.Output(0).ToArray();
    }

    public static void AssertClose(float[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(
                Math.Abs(expected[i] - actual[i]) <= 1e-4f * Math.Max(1, Math.Abs(expected[i])),
                $"value {i} is {actual[i]}, the reference says {expected[i]}");
        }
    }

    private int Tensor(int[] shape, TensorType type, ReadOnlyMemory<byte> data)
    {
        tensors.Add(new TfliteTensor($"t{tensors.Count}", shape, type, data));
        return tensors.Count - 1;
    }
}
