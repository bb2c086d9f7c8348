namespace Headshots.App.Render;

/// <summary>The folder a batch is written to.</summary>
internal static class OutputFolder
{
    /// <summary>Makes sure that files can be written there, before any work is done.</summary>
    /// <returns>What is wrong, or null.</returns>
    public static string? Prepare(string folder)
    {
        string probe = Path.Combine(folder, $".headshots-{Environment.ProcessId}");
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"Cannot write to the folder {folder}: {e.Message}";
        }
    }
}
