using System.Diagnostics;

namespace Headshots.Studio;

/// <summary>Milliseconds by stage, for the report. A stage that runs twice adds up.</summary>
internal sealed class StageClock
{
    private readonly Dictionary<string, double> _stages = new(StringComparer.Ordinal);
    private long _last = Stopwatch.GetTimestamp();

    /// <summary>Books the time since the last call.</summary>
    public void Lap(string stage)
    {
        long now = Stopwatch.GetTimestamp();
        _stages[stage] = _stages.GetValueOrDefault(stage) + Stopwatch.GetElapsedTime(_last, now).TotalMilliseconds;
        _last = now;
    }

    public IReadOnlyDictionary<string, double> Read()
    {
        Dictionary<string, double> result = new(StringComparer.Ordinal);
        foreach ((string stage, double ms) in _stages)
        {
            result[stage] = Math.Round(ms, 2);
        }

        result["total"] = Math.Round(_stages.Values.Sum(), 2);
        return result;
    }
}
