namespace Headshots.Storage.Disk;

/// <summary>A key that was found to be one: it names a file below the tenant's folder and nothing else.</summary>
internal readonly record struct BlobKey
{
    public const int MaxLength = 200;

    /// <summary>File systems take names of 255 bytes; ours carry a temporary ending.</summary>
    private const int MaxPart = 120;

    private BlobKey(string value) => Value = value;

    public string Value { get; }

    public static BlobKey Parse(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return IsRight(key) ? new BlobKey(key) : throw new ArgumentException($"\"{Printable(key)}\" is no blob key.", nameof(key));
    }

    /// <summary>A prefix ends with a slash, or is empty.</summary>
    public static string ParsePrefix(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        return prefix.Length == 0 || (prefix.EndsWith('/') && IsRight(prefix[..^1]))
            ? prefix
            : throw new ArgumentException($"\"{Printable(prefix)}\" is no prefix of blob keys.", nameof(prefix));
    }

    private static bool IsRight(string key)
    {
        if (key.Length is 0 or > MaxLength)
        {
            return false;
        }

        foreach (string part in key.Split('/'))
        {
            // No part begins or ends with a dot: that rules out ".." and our own temporary files, and Windows drops final dots.
            if (part.Length is 0 or > MaxPart || part[0] == '.' || part[^1] == '.' || !part.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.'))
            {
                return false;
            }
        }

        return true;
    }

    private static string Printable(string key) =>
        new([.. key.Take(MaxLength).Select(c => char.IsControl(c) ? '?' : c)]);
}
