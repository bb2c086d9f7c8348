namespace Headshots.Web.WellKnown;

/// <summary>Whom people write to who found a hole; section <c>SecurityContact</c>.</summary>
public sealed class SecurityContactOptions
{
    /// <summary>A <c>mailto:</c> or <c>https:</c> address; without one there is no security.txt.</summary>
    public string? Contact { get; set; }

    /// <summary>An <c>https:</c> address of the policy that reports are handled by; may be left out.</summary>
    public string? Policy { get; set; }

    public const string Rule = "SecurityContact: Contact is a mailto: or https: address, and Policy an https: address.";

    public bool IsValid() => IsAddress(Contact, Uri.UriSchemeMailto, Uri.UriSchemeHttps) && IsAddress(Policy, Uri.UriSchemeHttps);

    private static bool IsAddress(string? text, params string[] schemes) => string.IsNullOrEmpty(text)
        || Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && schemes.Contains(address.Scheme, StringComparer.Ordinal) && !text.Any(char.IsControl);
}
