using System.Numerics;
using System.Text;
using System.Text.Json;
using Headshots.Studio.Reports;

namespace Headshots.App.CommandLine;

/// <param name="File">The photo as it was given.</param>
/// <param name="Report">Its report.</param>
internal sealed record ReportEntry(string File, PortraitReport Report)
{
    /// <summary>Where the headshot lies, when one was asked for.</summary>
    public string? Folder { get; init; }

    /// <summary>What is to be said of it on standard error.</summary>
    public string? Note { get; init; }

    /// <summary>Face points as fractions of the upright image's width and height (z of its width), when asked for.</summary>
    public IReadOnlyList<Vector3>? Landmarks { get; init; }
}

/// <summary>The JSON that <c>--json</c> prints: an array with an object per photo, its name first, then the report's fields.</summary>
internal static class ReportArray
{
    public static string Write(IEnumerable<ReportEntry> entries)
    {
        using MemoryStream text = new();
        using (Utf8JsonWriter json = new(text, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartArray();
            foreach (ReportEntry entry in entries)
            {
                Write(json, entry);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }

    private static void Write(Utf8JsonWriter json, ReportEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("file", entry.File);
        if (entry.Folder is not null)
        {
            json.WriteString("folder", entry.Folder);
        }

        foreach (JsonProperty property in entry.Report.ToJsonElement().EnumerateObject())
        {
            property.WriteTo(json);
        }

        if (entry.Landmarks is not null)
        {
            json.WritePropertyName("landmarks");
            json.WriteRawValue(Points(entry.Landmarks));
        }

        json.WriteEndObject();
    }

    /// <summary>One point to a triple without line breaks: 478 of them are read by programs, scrolled past by people.</summary>
    private static string Points(IReadOnlyList<Vector3> points) =>
        $"[{string.Join(',', points.Select(p => FormattableString.Invariant($"[{p.X:0.######},{p.Y:0.######},{p.Z:0.######}]")))}]";
}
