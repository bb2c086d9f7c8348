using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Headshots.Vision.Networks;
using Headshots.Vision.Networks.Tflite;

namespace Headshots.Vision.Tests.Networks;

public sealed class TfliteModelTests
{
    /// <summary>Bytes a damaged file may make us allocate: 64 MiB of working memory, and packed weights.</summary>
    private const long MaximumAllocation = 192L << 20;

    [Theory]
    [InlineData("")]
    [InlineData("TFL3")]
    [InlineData("\u0008\0\0\0TFL2padding-padding-padding")]
    public void Parse_NotAModel_SaysSo(string text)
    {
        byte[] bytes = System.Text.Encoding.Latin1.GetBytes(text);
        NetworkFormatException problem = Assert.Throws<NetworkFormatException>(() => TfliteModel.Parse(bytes));
        Assert.Contains("TFL3", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_CutOff_IsRefusedAtAnyLength()
    {
        byte[] file = File.ReadAllBytes(ModelFiles.FaceDetectionShortRange);
        for (int length = 0; length < file.Length; length += 997)
        {
            byte[] part = file[..length];
            Assert.Throws<NetworkFormatException>(() => TfliteModel.Parse(part));
        }
    }

    [Fact]
    public void Parse_UnknownOperator_IsRefusedByNameAndIndex()
    {
        NetworkFormatException problem = Assert.Throws<NetworkFormatException>(() => TfliteModel.Parse(WithOperator(ModelFiles.FaceDetectionShortRange, 25)));
        Assert.Contains("SOFTMAX", problem.Message, StringComparison.Ordinal);
        Assert.Matches("operator [0-9]+", problem.Message);
    }

    [Fact]
    public void Parse_UnknownCustomOperator_IsRefusedByName()
    {
        byte[] file = File.ReadAllBytes(ModelFiles.SelfieSegmentation);
        int at = file.AsSpan().IndexOf("Convolution2DTransposeBias"u8);
        "Convolution2DTransposeBlah"u8.CopyTo(file.AsSpan(at));
        NetworkFormatException problem = Assert.Throws<NetworkFormatException>(() => TfliteModel.Parse(file));
        Assert.Contains("Convolution2DTransposeBlah", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_Malformed_NamesTheFile()
    {
        string path = Path.Combine(Path.GetTempPath(), $"headshots-{Environment.ProcessId}-malformed.tflite");
        File.WriteAllBytes(path, new byte[64]);
        try
        {
            NetworkFormatException problem = Assert.Throws<NetworkFormatException>(() => TfliteModel.Load(path));
            Assert.StartsWith(Path.GetFileName(path), problem.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Compile_ShapeThatDoesNotWorkOut_IsRefused()
    {
        var sketch = new SketchedModel();
        int result = sketch.Apply(
            OperatorCode.Convolution, [1, 4, 4, 9], [sketch.Input(1, 4, 4, 8), sketch.Constant(new float[64], 8, 1, 1, 8)]);
        TfliteModel model = sketch.Build(result);
        NetworkFormatException problem = Assert.Throws<NetworkFormatException>(() => new ManagedRuntime().Compile(model));
        Assert.Contains("[1,4,4,9]", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compile_HugeTensors_AreRefusedBeforeTheyAreAllocated()
    {
        var sketch = new SketchedModel();
        int[] shape = [1, 1_000, 1_000, 4];
        int a = sketch.Input(shape), b = sketch.Input(shape), c = sketch.Input(shape), d = sketch.Input(shape);
        int sum = sketch.Apply(OperatorCode.Add, shape, [sketch.Apply(OperatorCode.Add, shape, [a, b]), sketch.Apply(OperatorCode.Add, shape, [c, d])]);
        TfliteModel model = sketch.Build(sum);
        Assert.Throws<NetworkFormatException>(() => new ManagedRuntime().Compile(model));
    }

    [Fact]
    public void Build_OperatorReadingAhead_IsRefused()
    {
        var sketch = new SketchedModel();
        int input = sketch.Input(1, 2, 2, 8);
        sketch.Apply(OperatorCode.Add, [1, 2, 2, 8], [input, 1]);
        Assert.Throws<NetworkFormatException>(() => sketch.Build(1));
    }

    /// <summary>
    /// Damage where it hurts: everything but the weights' values. A file that still makes sense is run, so that a
    /// kernel reaching outside its memory would show.
    /// </summary>
    [Theory]
    [InlineData("face_detection_short_range.tflite", 1)]
    [InlineData("face_landmark_with_attention.tflite", 2)]
    [InlineData("selfie_segmentation.tflite", 3)]
    public void ParseAndCompile_DamagedFile_OnlyEverRefuses(string name, int seed)
    {
        byte[] file = File.ReadAllBytes(Path.Combine(ModelFiles.Folder, name));
        int[] places = Structure(file);
        var random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < 200; i++)
        {
            byte[] damaged = (byte[])file.Clone();
            for (int hits = random.Next(1, 4); hits > 0; hits--)
            {
                Damage(damaged, places[random.Next(places.Length)], random);
            }

            long before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                using ICompiledNetwork network = new ManagedRuntime().Compile(TfliteModel.Parse(damaged));
                using INetworkSession session = network.OpenSession();
                session.Run();
            }
            catch (NetworkFormatException)
            {
                refused++;
            }

            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MaximumAllocation);
        }

        Assert.InRange(refused, 20, 200);
    }

    private static void Damage(byte[] file, int at, Random random)
    {
        int[] numbers = [0, -1, 1, 2, 3, 64, 65_535, int.MaxValue, int.MinValue, file.Length, 1 << 24];
        switch (random.Next(3))
        {
            case 0:
                file[at] = (byte)random.Next(256);
                break;
            case 1:
                file[at] ^= (byte)(1 << random.Next(8));
                break;
            default:
                BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(Math.Min(at & ~3, file.Length - 4)), numbers[random.Next(numbers.Length)]);
                break;
        }
    }

    /// <summary>Positions outside the larger constants.</summary>
    private static int[] Structure(byte[] file)
    {
        var weights = new bool[file.Length];
        foreach (TfliteTensor tensor in TfliteModel.Parse(file).Tensors.Where(t => t.Data.Length >= 64))
        {
            Assert.True(MemoryMarshal.TryGetArray(tensor.Data, out ArraySegment<byte> data));
            weights.AsSpan(data.Offset, data.Count).Fill(true);
        }

        return [.. Enumerable.Range(0, file.Length).Where(i => !weights[i])];
    }

    /// <summary>The file with the code of its first kind of operator changed.</summary>
    private static byte[] WithOperator(string path, byte code)
    {
        byte[] file = File.ReadAllBytes(path);
        int Follow(int at) => at + BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at));
        int Field(int table, int index)
        {
            int vtable = table - BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(table));
            return table + BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(vtable + 4 + (2 * index)));
        }

        // Old files have only the byte-sized field.
        file[Field(Follow(Follow(Field(Follow(0), 1)) + 4), 0)] = code;
        return file;
    }
}
