using System.CommandLine;
using Headshots.App.CommandLine;

namespace Headshots.App.Hosting;

internal static class DataOption
{
    /// <summary><c>--data DIR</c></summary>
    public static Option<string?> Create() => PhotoOptions.Named(new Option<string?>("--data")
    {
        HelpName = "DIR",
        Description = "Where database, photos, keys and settings lie; HEADSHOTS_DATA, or a folder of this user, if left out",
    });
}
