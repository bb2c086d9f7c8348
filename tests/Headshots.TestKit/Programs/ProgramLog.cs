namespace Headshots.TestKit.Programs;

/// <summary>What a program wrote, line by line.</summary>
public sealed class ProgramLog
{
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_gate)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>What the program itself calls a fault, with what follows it up to the next entry.</summary>
    public IReadOnlyList<string> Faults => [.. Lines.Where(l => l.Contains(" fail: ", StringComparison.Ordinal) || l.Contains(" crit: ", StringComparison.Ordinal))];

    public void Add(string line)
    {
        lock (_gate)
        {
            _lines.Add(line);
        }
    }

    public override string ToString() => string.Join('\n', Lines);
}
