using System.Globalization;
using Headshots.Imaging;
using Headshots.Studio;
using Headshots.Studio.Reports;

namespace Headshots.Validation.Gates;

/// <summary>How often each code was given to photos of one kind.</summary>
internal sealed class GateCounts
{
    private readonly SortedDictionary<string, int> _codes = new(StringComparer.Ordinal);
    private int _photos;
    private int _refused;

    public void Add(PortraitStudio studio, RgbImage photo)
    {
        byte[] file = PhotoEncoder.Encode(
            photo, new JpegSettings { Quality = 92 }, new OutputMetadata(DigitalSourceTypes.AlgorithmicMedia, "Headshots"));
        using Inspection inspection = studio.Inspect(file);
        _photos++;
        _refused += inspection.Report.Reasons.Count > 0 ? 1 : 0;
        foreach (Reason reason in inspection.Report.Reasons)
        {
            _codes[reason.Code] = _codes.GetValueOrDefault(reason.Code) + 1;
        }
    }

    /// <summary>"2 of 8: too_dark 2".</summary>
    public override string ToString() => _refused == 0
        ? $"0 of {_photos}"
        : $"{_refused} of {_photos}: " + string.Join(", ", _codes.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key} {c.Value}")));
}
