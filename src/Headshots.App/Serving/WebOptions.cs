using System.Net;

namespace Headshots.App.Serving;

/// <summary>How the program is reached over the network.</summary>
internal sealed class WebOptions
{
    /// <summary>Megabytes that a request may have, 1 to 1,024; 30 by default: a photo of 25 and the form around it.</summary>
    public int MaxRequestMegabytes { get; set; } = 30;

    /// <summary>Whether it stands behind a proxy that says who really asked (<c>X-Forwarded-For</c>, <c>-Proto</c>, <c>-Host</c>).</summary>
    public bool BehindProxy { get; set; }

    /// <summary>Addresses of those proxies; none (default) believes only this machine's own.</summary>
    public string[] Proxies { get; set; } = [];

    public bool IsValid() => MaxRequestMegabytes is >= 1 and <= 1024 && Proxies.All(p => IPAddress.TryParse(p, out _));

    public const string Rule = "Web: MaxRequestMegabytes is 1 to 1024, and Proxies are IP addresses.";
}
