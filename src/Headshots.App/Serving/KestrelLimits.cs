using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Headshots.App.Serving;

/// <summary>What a request may cost.</summary>
internal static class KestrelLimits
{
    public static void Apply(KestrelServerOptions kestrel, WebOptions web)
    {
        kestrel.AddServerHeader = false;
        KestrelServerLimits limits = kestrel.Limits;
        limits.MaxRequestBodySize = (long)web.MaxRequestMegabytes << 20;
        limits.MaxRequestHeadersTotalSize = 16 << 10;
        limits.MaxRequestHeaderCount = 64;
        limits.MaxRequestLineSize = 8 << 10;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);

        // A phone in a lift sends nothing for a while and goes on then.
        limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 100, gracePeriod: TimeSpan.FromSeconds(30));
    }
}
