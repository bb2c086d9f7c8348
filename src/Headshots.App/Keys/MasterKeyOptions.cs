namespace Headshots.App.Keys;

/// <summary>Where the master keys come from, that tenants' keys and the program's own secrets are encrypted with.</summary>
internal sealed class MasterKeyOptions
{
    public const string Section = "Keys";

    /// <summary>
    /// A file with a key on each line: an id, a blank, and 32 bytes as base64 (<c>headshots keys new</c> makes one). The last is the
    /// current one unless <see cref="Current"/> names another. Empty by default.
    /// </summary>
    public string File { get; set; } = string.Empty;

    /// <summary>Keys by their ids, base64, for those who have them from a vault as settings. Empty by default.</summary>
    public Dictionary<string, string> Ring { get; set; } = new(StringComparer.Ordinal);

    /// <summary>The id of the key that is written with; must be said when there are several in <see cref="Ring"/>.</summary>
    public string Current { get; set; } = string.Empty;

    /// <summary>
    /// Whether a key may lie in the data folder when none is configured. Always so in development; elsewhere whoever takes the folder
    /// takes the key with it, so it must be wanted. False by default.
    /// </summary>
    public bool BesideData { get; set; }
}
