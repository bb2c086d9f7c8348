using Headshots.TestKit;

namespace Headshots.EndToEnd.Tests.Browsers;

/// <summary>The browser that the machine has. None is downloaded: a package of the system is patched with it.</summary>
internal static class ChromiumOfMachine
{
    private static readonly string[] _names = ["chromium", "google-chrome", "google-chrome-stable", "chromium-browser"];

    /// <summary>Where it is; skips the running test where there is none.</summary>
    public static string Require()
    {
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        string? found = _names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
        if (found is null)
        {
            Requirement.Missing("needs a browser: install the system's package chromium or google-chrome-stable");
        }

        return found;
    }
}
