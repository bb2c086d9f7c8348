namespace Headshots.Vision.Networks.Execution;

/// <summary>
/// Where a step reads or writes: rows of channels, either in the session's working memory or a constant of the network.
/// </summary>
/// <param name="rows">Pixels, or whatever comes before the last dimension.</param>
/// <param name="channels">Last dimension.</param>
/// <param name="stride">Floats from one row to the next; lanes beyond the channels are zero.</param>
internal sealed unsafe class Operand(int rows, int channels, int stride)
{
    private PinnedFloats? constant;

    public int Rows => rows;

    public int Channels => channels;

    public int Stride => stride;

    /// <summary>Floats, lanes included.</summary>
    public int Length => rows * stride;

    /// <summary>Place in the working memory, given by the memory plan.</summary>
    public int Offset { get; set; } = -1;

    /// <summary>First step that touches it; −1 for a network's input.</summary>
    public int First { get; set; } = int.MaxValue;

    /// <summary>Last step that touches it.</summary>
    public int Last { get; set; } = int.MinValue;

    public bool IsConstant => constant is not null;

    public static Operand Constant(int rows, int channels, int stride, PinnedFloats values) =>
        new(rows, channels, stride) { constant = values };

    public static Operand Scratch(int length) => new(1, length, length);

    public float* At(float* arena) => constant is not null ? constant.Pointer : arena + Offset;
}
