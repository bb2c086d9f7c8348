namespace Headshots.EndToEnd.Tests.Browsers;

/// <summary>A photo that becomes a headshot, as a file to choose.</summary>
internal static class SitterPhoto
{
    private static readonly Lazy<string> _path = new(Draw);

    public static string Path => _path.Value;

    private static string Draw()
    {
        string path = System.IO.Path.Combine(Directory.CreateTempSubdirectory("headshots-sitter-").FullName, "lena.jpg");
        File.WriteAllBytes(path, FakeCamera.Photo());
        return path;
    }
}
