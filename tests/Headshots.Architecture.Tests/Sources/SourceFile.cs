namespace Headshots.Architecture.Tests.Sources;

/// <summary>A text file of the repository.</summary>
/// <param name="Path">From the repository's root, with forward slashes.</param>
/// <param name="Text">The whole file.</param>
internal sealed record SourceFile(string Path, string Text)
{
    private static readonly string[] Skipped = ["bin", "obj", "node_modules", "artifacts", "TestResults", "out", ".git", ".vs", ".idea", ".vscode"];

    private static readonly string[] TextEndings =
        [".cs", ".csproj", ".props", ".targets", ".json", ".md", ".yml", ".yaml", ".mjs", ".ts", ".css", ".cshtml", ".sh", ".txt", ".svg", ".sln", ""];

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Folders from the root down to the file.</summary>
    public string[] Folders => Path.Split('/')[..^1];

    /// <summary>Every text file under a folder, build output and fetched packages left out.</summary>
    public static IEnumerable<SourceFile> Under(string root, string folder = "")
    {
        DirectoryInfo directory = new(System.IO.Path.Combine(root, folder));
        foreach (FileInfo file in directory.EnumerateFiles().Where(f => TextEndings.Contains(f.Extension, StringComparer.Ordinal) || f.Name[0] == '.'))
        {
            string path = System.IO.Path.GetRelativePath(root, file.FullName).Replace('\\', '/');
            yield return new SourceFile(path, File.ReadAllText(file.FullName));
        }

        foreach (DirectoryInfo child in directory.EnumerateDirectories().Where(d => !Skipped.Contains(d.Name, StringComparer.Ordinal)))
        {
            foreach (SourceFile file in Under(root, System.IO.Path.Combine(folder, child.Name)))
            {
                yield return file;
            }
        }
    }
}
