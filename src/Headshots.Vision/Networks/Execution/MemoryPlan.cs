namespace Headshots.Vision.Networks.Execution;

/// <summary>
/// Gives every operand a place in one block of memory, so that operands alive at the same time never overlap: the
/// largest first, each at the lowest place free during its lifetime.
/// </summary>
internal static class MemoryPlan
{
    private const int Alignment = 16;

    /// <summary>Floats a session may take: 64 MiB, some fifteen times what the largest network we know needs.</summary>
    private const long MaximumLength = 1 << 24;

    /// <returns>Floats that a session needs.</returns>
    public static int Assign(IReadOnlyList<Step> steps, IEnumerable<Operand> inputs, IEnumerable<Operand> outputs)
    {
        var operands = new HashSet<Operand>();
        for (int i = 0; i < steps.Count; i++)
        {
            foreach (Operand operand in steps[i].Operands.Where(o => !o.IsConstant))
            {
                operand.First = Math.Min(operand.First, i);
                operand.Last = Math.Max(operand.Last, i);
                operands.Add(operand);
            }
        }

        // An input keeps its place to the end, so that a second run may reuse what the caller filled in.
        foreach (Operand input in inputs)
        {
            (input.First, input.Last) = (-1, int.MaxValue);
            operands.Add(input);
        }

        foreach (Operand output in outputs)
        {
            output.Last = int.MaxValue;
        }

        return Place(operands);
    }

    private static int Place(IEnumerable<Operand> operands)
    {
        long end = 0;
        var placed = new List<Operand>();
        foreach (Operand operand in operands.OrderByDescending(o => o.Length).ThenBy(o => o.First))
        {
            long length = Rounded(operand);
            long offset = 0;
            foreach (Operand other in placed)
            {
                // Placed operands are sorted by offset: step over each one in the way.
                if (other.First <= operand.Last && other.Last >= operand.First
                    && other.Offset < offset + length && other.Offset + Rounded(other) > offset)
                {
                    offset = other.Offset + Rounded(other);
                }
            }

            end = Math.Max(end, offset + length);
            if (end > MaximumLength)
            {
                throw new NetworkFormatException($"the network needs more than {MaximumLength * sizeof(float) >> 20} MiB of working memory.");
            }

            operand.Offset = (int)offset;
            int index = placed.FindIndex(o => o.Offset > operand.Offset);
            placed.Insert(index < 0 ? placed.Count : index, operand);
        }

        return (int)end;
    }

    private static long Rounded(Operand operand) => ((long)operand.Length + Alignment - 1) / Alignment * Alignment;
}
