using Headshots.Vision.Networks.Kernels;

namespace Headshots.Vision.Networks.Execution;

/// <summary>Sum of two operands; the second may repeat.</summary>
internal sealed unsafe class AddStep(string label, Operand a, Operand b, Operand target, Activation activation) : Step(label, a, b, target)
{
    public override void Run(float* arena, KernelSet kernels)
    {
        float* to = target.At(arena);
        kernels.Add(a.At(arena), b.At(arena), b.Length, to, a.Length);
        if (activation != Activation.None)
        {
            kernels.Activate(to, null, target.Length, to, target.Length, activation);
        }
    }
}

/// <summary>Product of two operands; the second may repeat.</summary>
internal sealed unsafe class MultiplyStep(string label, Operand a, Operand b, Operand target, Activation activation) : Step(label, a, b, target)
{
    public override void Run(float* arena, KernelSet kernels)
    {
        float* to = target.At(arena);
        kernels.Multiply(a.At(arena), b.At(arena), b.Length, to, a.Length);
        if (activation != Activation.None)
        {
            kernels.Activate(to, null, target.Length, to, target.Length, activation);
        }
    }
}

/// <summary>a·b + c in one pass; b may repeat.</summary>
internal sealed unsafe class MultiplyAddStep(string label, Operand a, Operand b, Operand c, Operand target, Activation activation)
    : Step(label, a, b, c, target)
{
    public override void Run(float* arena, KernelSet kernels)
    {
        float* to = target.At(arena);
        kernels.MultiplyAdd(a.At(arena), b.At(arena), b.Length, c.At(arena), to, a.Length);
        if (activation != Activation.None)
        {
            kernels.Activate(to, null, target.Length, to, target.Length, activation);
        }
    }
}

/// <summary>An activation by itself.</summary>
internal sealed unsafe class ActivationStep(string label, Operand source, Operand target, Activation activation, Operand? slopes)
    : Step(label, source, target)
{
    public override void Run(float* arena, KernelSet kernels) => kernels.Activate(
        source.At(arena),
        slopes is null ? null : slopes.At(arena),
        slopes is null ? source.Length : source.Stride,
        target.At(arena),
        source.Length,
        activation);
}

/// <summary>Rows copied from one stride to another; lanes beyond the channels become zero.</summary>
internal sealed unsafe class RestrideStep(string label, Operand source, Operand target) : Step(label, source, target)
{
    public override void Run(float* arena, KernelSet kernels)
    {
        float* from = source.At(arena);
        float* to = target.At(arena);
        for (int row = 0; row < source.Rows; row++, from += source.Stride, to += target.Stride)
        {
            new ReadOnlySpan<float>(from, source.Channels).CopyTo(new Span<float>(to, source.Channels));
            new Span<float>(to + source.Channels, target.Stride - source.Channels).Clear();
        }
    }
}

/// <summary>
/// Blocks copied to new places: concatenation, slices and padding are all lists of these.
/// </summary>
internal sealed unsafe class CopyStep(string label, Operand[] sources, Operand target, BlockCopy[] copies, bool clear)
    : Step(label, [.. sources, target])
{
    public override void Run(float* arena, KernelSet kernels)
    {
        float* to = target.At(arena);
        if (clear)
        {
            new Span<float>(to, target.Length).Clear();
        }

        foreach (BlockCopy copy in copies)
        {
            float* from = sources[copy.Source].At(arena) + copy.From;
            new ReadOnlySpan<float>(from, copy.Length).CopyTo(new Span<float>(to + copy.To, copy.Length));
        }
    }
}

/// <summary>Floats From.. of a source go to To.. of the target.</summary>
internal readonly record struct BlockCopy(int Source, int From, int To, int Length);
