using System.Collections.Concurrent;
using System.Globalization;

namespace Headshots.Validation.Load;

/// <summary>How long answers took, and what went wrong.</summary>
internal sealed class Latencies
{
    private readonly ConcurrentBag<double> _milliseconds = [];
    private readonly ConcurrentDictionary<string, int> _errors = new(StringComparer.Ordinal);

    public int Count => _milliseconds.Count;

    public IReadOnlyDictionary<string, int> Errors => _errors;

    public int ErrorCount => _errors.Values.Sum();

    public void Took(TimeSpan time) => _milliseconds.Add(time.TotalMilliseconds);

    public void Failed(string what) => _errors.AddOrUpdate(what, 1, (_, n) => n + 1);

    /// <summary>Columns of a table: how many, errors, p50, p95, p99, most; milliseconds.</summary>
    public string Columns()
    {
        double[] sorted = [.. _milliseconds.Order()];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{sorted.Length:N0} | {ErrorCount} | {Percentile(sorted, 0.5):F0} | {Percentile(sorted, 0.95):F0} | {Percentile(sorted, 0.99):F0} | {Percentile(sorted, 1):F0}");
    }

    private static double Percentile(double[] sorted, double share) => sorted.Length == 0 ? 0 : sorted[(int)Math.Ceiling((sorted.Length - 1) * share)];
}
