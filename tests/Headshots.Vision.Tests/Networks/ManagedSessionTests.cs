using Headshots.Vision.Networks;
using Headshots.Vision.Networks.Tflite;

namespace Headshots.Vision.Tests.Networks;

public sealed class ManagedSessionTests
{
    [Fact]
    public async Task Run_ManySessionsAtOnce_DoNotDisturbEachOther()
    {
        using ICompiledNetwork network = new ManagedRuntime().Compile(TfliteModel.Load(ModelFiles.FaceLandmark));
        float[] Answer(uint seed)
        {
            using INetworkSession session = network.OpenSession();
            float[] answer = [];
            for (int i = 0; i < 5; i++)
            {
                GoldenInput.Fill(session.Input(0), seed, 0, 1);
                session.Run();
                answer = session.Output(0).ToArray();
            }

            return answer;
        }

        float[][] alone = [Answer(1), Answer(2), Answer(3)];
        float[][] together = await Task.WhenAll(Enumerable.Range(0, 3).Select(i => Task.Run(() => Answer((uint)i + 1))));
        Assert.Equal(alone[0], together[0]);
        Assert.Equal(alone[1], together[1]);
        Assert.Equal(alone[2], together[2]);
    }

    [Fact]
    public void Session_Disposed_Refuses()
    {
        using ICompiledNetwork network = new ManagedRuntime().Compile(TfliteModel.Load(ModelFiles.FaceDetectionShortRange));
        INetworkSession session = network.OpenSession();
        session.Dispose();
        Assert.Throws<ObjectDisposedException>(session.Run);
        Assert.Throws<ObjectDisposedException>(() => session.Input(0).Length);
        Assert.Throws<ObjectDisposedException>(() => session.Output(0).Length);
    }

    [Fact]
    public void Shapes_ShippedNetworks_AreWhatTheVisionCodeExpects()
    {
        using ICompiledNetwork network = new ManagedRuntime().Compile(TfliteModel.Load(ModelFiles.FaceLandmarkWithAttention));
        Assert.Equal([1, 192, 192, 3], network.Inputs[0].Dimensions);
        Assert.Equal(
            ["output_mesh_identity", "output_lips", "output_left_eye", "output_right_eye", "output_left_iris", "output_right_iris", "conv_faceflag"],
            network.Outputs.Select(o => o.Name));
        Assert.Equal([1404, 160, 142, 142, 10, 10, 1], network.Outputs.Select(o => o.Length));
    }

    /// <summary>A tensor that is both a result and read on, a result that is an input's neighbour: no aliasing.</summary>
    [Theory]
    [MemberData(nameof(SketchedModel.Paths), MemberType = typeof(SketchedModel))]
    public void Output_AlsoReadOn_KeepsItsValue(int path)
    {
        var sketch = new SketchedModel();
        int[] shape = [1, 3, 3, 5];
        int input = sketch.Input(shape);
        int first = sketch.Apply(OperatorCode.Relu, shape, [input]);
        int second = sketch.Apply(OperatorCode.HardSwish, shape, [first]);
        int third = sketch.Apply(OperatorCode.Relu6, shape, [second]);
        float[] values = NaiveOperators.Values(45, 1);
        Assert.Equal([.. values.Select(v => Math.Max(v, 0))], SketchedModel.Run(sketch.Build(first, third), path, values));
    }

    [Fact]
    public void ModelFiles_Missing_SaysHowToGetThem()
    {
        FileNotFoundException problem = Assert.Throws<FileNotFoundException>(() => ModelFiles.Find(Path.GetTempPath(), "no_such_network.tflite"));
        Assert.Contains("build again", problem.Message, StringComparison.Ordinal);
        Assert.Contains("no_such_network.tflite", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NetworkTiming_AnyNetwork_MedianIsNotBelowMinimum()
    {
        using ICompiledNetwork network = new ManagedRuntime().Compile(TfliteModel.Load(ModelFiles.FaceDetectionShortRange));
        NetworkTiming timing = NetworkTiming.Measure(network, runs: 5);
        Assert.True(timing.Minimum > TimeSpan.Zero);
        Assert.True(timing.Median >= timing.Minimum);
    }
}
