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

    /// <summary>What stands behind the @, in lower case; empty when there is none.</summary>
    public static string DomainOf(string address)
    {
        string text = Normalize(address);
        int at = text.LastIndexOf('@');
        return at < 0 ? string.Empty : text[(at + 1)..];
    }

    /// <summary>Whether it can be a domain that addresses have: labels of letters, digits and hyphens, two of them at least.</summary>
    public static bool IsDomain(string? domain) =>
        domain is { Length: > 3 and <= 190 } && domain.Split('.') is { Length: >= 2 } labels
        && labels.All(l => l.Length is >= 1 and <= 63 && l[0] != '-' && l[^1] != '-' && l.All(c => char.IsLetterOrDigit(c) || c == '-'));

    /// <summary>Whether it can be one: something, one @, a domain; what else is allowed only its server knows.</summary>
    public static bool LooksRight(string? address)
    {
        string text = address?.Trim() ?? string.Empty;
        int at = text.IndexOf('@', StringComparison.Ordinal);
        return text.Length is > 2 and <= MaxLength && at > 0 && at == text.LastIndexOf('@') && at < text.Length - 1
            && text.IndexOf('.', at) > at + 1 && !text.EndsWith('.') && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or ',' or ';' or '"');
    }
}
