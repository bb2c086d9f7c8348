namespace Headshots.Web.Security;

/// <summary>
/// How much one visitor may ask for in a minute; section <c>Limits</c>. All are far above what people do and below what harms:
/// a company of thousands may sit behind one address, so nothing that many do at once is counted by address.
/// </summary>
public sealed class LimitOptions
{
    /// <summary>Requests with one link, 30 to 100,000; 600 by default: somebody who uploads six photos and looks on.</summary>
    public int LinkPerMinute { get; set; } = 600;

    /// <summary>Links that lead nowhere, from one address, 1 to 100,000; 60 by default. Links that lead somewhere are never held up by it.</summary>
    public int UnknownLinksPerMinute { get; set; } = 60;

    /// <summary>Steps of signing in from one address, 5 to 100,000; 120 by default.</summary>
    public int SignInPerMinute { get; set; } = 120;

    /// <summary>Requests of all members and programs of one company, 60 to 1,000,000; 12,000 by default.</summary>
    public int TenantPerMinute { get; set; } = 12_000;

    /// <summary>Everything else from one address, photos among it, 60 to 1,000,000; 12,000 by default.</summary>
    public int AddressPerMinute { get; set; } = 12_000;

    public const string Rule =
        "Limits: LinkPerMinute is 30 to 100000, UnknownLinksPerMinute 1 to 100000, SignInPerMinute 5 to 100000, TenantPerMinute and AddressPerMinute 60 to 1000000.";

    public bool IsValid() =>
        LinkPerMinute is >= 30 and <= 100_000
        && UnknownLinksPerMinute is >= 1 and <= 100_000
        && SignInPerMinute is >= 5 and <= 100_000
        && TenantPerMinute is >= 60 and <= 1_000_000
        && AddressPerMinute is >= 60 and <= 1_000_000;
}
