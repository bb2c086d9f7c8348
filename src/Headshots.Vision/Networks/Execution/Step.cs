using Headshots.Vision.Networks.Kernels;

namespace Headshots.Vision.Networks.Execution;

/// <summary>One thing a run does. Steps hold no state of a run, so all sessions share them.</summary>
/// <param name="label">How timings and messages call it.</param>
/// <param name="operands">All working memory it touches, scratch included; the memory plan goes by this.</param>
internal abstract unsafe class Step(string label, params Operand[] operands)
{
    public string Label => label;

    public IReadOnlyList<Operand> Operands => operands;

    public abstract void Run(float* arena, KernelSet kernels);
}
