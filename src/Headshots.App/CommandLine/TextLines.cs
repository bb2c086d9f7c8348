namespace Headshots.App.CommandLine;

/// <summary>Several lines at once.</summary>
internal static class TextLines
{
    public static void WriteLines(this TextWriter writer, IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            writer.WriteLine(line);
        }
    }
}
