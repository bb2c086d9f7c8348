using System.Text;
using Headshots.App.Photos;
using Headshots.Studio;

namespace Headshots.App.Render;

/// <summary>
/// The folder of one photo: <c>headshot.jpg</c>, <c>avatar.png</c>, <c>renditions/*</c>, <c>report.json</c>. Every file appears whole or not
/// at all; the report goes first and comes last, so that a folder with a report is complete and of one run.
/// </summary>
internal static class PortraitFolder
{
    public const string Report = "report.json";

    private const string Renditions = "renditions";

    public static void Write(string folder, RenderedPortrait portrait)
    {
        Directory.CreateDirectory(folder);
        File.Delete(Path.Combine(folder, Report));
        foreach (PortraitFile file in portrait.Files)
        {
            string path = Path.Combine(folder, file.Name.Replace('/', Path.DirectorySeparatorChar));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            WholeFile.Write(path, file.Bytes.Span);
        }

        RemoveEarlier(folder, portrait.Files);
        WholeFile.Write(Path.Combine(folder, Report), Encoding.UTF8.GetBytes(portrait.Report.ToJson() + "\n"));
    }

    /// <summary>Takes away what an earlier run left and this one did not make again.</summary>
    private static void RemoveEarlier(string folder, IReadOnlyList<PortraitFile> files)
    {
        HashSet<string> made = files.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        string renditions = Path.Combine(folder, Renditions);
        IEnumerable<string> earlier = Directory.Exists(renditions)
            ? Directory.EnumerateFiles(renditions).Select(f => $"{Renditions}/{Path.GetFileName(f)}")
            : [];
        foreach (string name in earlier.Concat(["headshot.jpg", "avatar.png"]).Where(n => !made.Contains(n)).ToList())
        {
            File.Delete(Path.Combine(folder, name.Replace('/', Path.DirectorySeparatorChar)));
        }

        if (Directory.Exists(renditions) && !Directory.EnumerateFileSystemEntries(renditions).Any())
        {
            Directory.Delete(renditions);
        }
    }
}
