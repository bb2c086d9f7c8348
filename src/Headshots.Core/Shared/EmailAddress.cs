namespace Headshots.Core.Shared;

public static class EmailAddress
{
    public const int MaxLength = 254;

    /// <summary>As addresses are compared and stored.</summary>
    public static string Normalize(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.Trim().ToLowerInvariant();
    }

    /// <summary>Whether it can be one: something, one @, a domain; what else is allowed only its server knows.</summary>
    public static bool LooksRight(string? address)
    {
        string text = address?.Trim() ?? string.Empty;
        int at = text.IndexOf('@', StringComparison.Ordinal);
        return text.Length is > 2 and <= MaxLength && at > 0 && at == text.LastIndexOf('@') && at < text.Length - 1
            && text.IndexOf('.', at) > at + 1 && !text.EndsWith('.') && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or ',' or ';' or '"');
    }
}
