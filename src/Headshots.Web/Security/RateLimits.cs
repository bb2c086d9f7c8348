using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Headshots.Core.Invitations;
using Headshots.Web.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Headshots.Web.Security;

/// <summary>Who asks too much is told to wait: a link, an address that signs in, a company, any other address, each for itself.</summary>
internal sealed class RateLimits(IOptions<LimitOptions> options) : IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private readonly PartitionedRateLimiter<HttpContext> _unknownLinks = PartitionedRateLimiter.Create<HttpContext, string>(
        http => Bucket(AddressOf(http), options.Value.UnknownLinksPerMinute));

    public static void Add(IServiceCollection services)
    {
        services.AddOptions<LimitOptions>().BindConfiguration("Limits").Validate(o => o.IsValid(), LimitOptions.Rule).ValidateOnStart();
        services.AddSingleton<RateLimits>();
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<LimitOptions>>((limiter, limits) =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => PartitionOf(http, limits.Value));
            limiter.OnRejected = (context, _) =>
            {
                TimeSpan wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan after) ? after : Pace;
                context.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
        });
    }

    /// <summary>Notes that an address asked for a link that leads nowhere.</summary>
    /// <returns>Whether it may go on so.</returns>
    public bool MayMiss(HttpContext http)
    {
        using RateLimitLease lease = _unknownLinks.AttemptAcquire(http);
        return lease.IsAcquired;
    }

    public void Dispose() => _unknownLinks.Dispose();

    private static RateLimitPartition<string> PartitionOf(HttpContext http, LimitOptions limits)
    {
        PathString path = http.Request.Path;

        // Files are cheap and the same for everybody; the page that explains a number must not need another turn.
        if (http.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || path.StartsWithSegments("/status", StringComparison.OrdinalIgnoreCase))
        {
            return RateLimitPartition.GetNoLimiter("free");
        }

        if (path.StartsWithSegments("/i", StringComparison.OrdinalIgnoreCase)
            && http.Request.RouteValues["token"] is string token && InvitationTokens.LooksRight(token))
        {
            return Bucket("link " + token, limits.LinkPerMinute);
        }

        if (path.StartsWithSegments("/signin", StringComparison.OrdinalIgnoreCase))
        {
            return Bucket("signin " + AddressOf(http), limits.SignInPerMinute);
        }

        return MemberClaims.TenantOf(http.User) is { } tenant
            ? Bucket($"tenant {tenant}", limits.TenantPerMinute)
            : Bucket("address " + AddressOf(http), limits.AddressPerMinute);
    }

    private static RateLimitPartition<string> Bucket(string key, int perMinute) => RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
    {
        TokenLimit = perMinute,
        TokensPerPeriod = Math.Max(1, perMinute / 60),
        ReplenishmentPeriod = perMinute >= 60 ? Pace : TimeSpan.FromMinutes(1.0 / perMinute),
        QueueLimit = 0,
    });

    /// <summary>Of an IPv6 address the network: a household has more addresses in it than there are buckets.</summary>
    private static string AddressOf(HttpContext http)
    {
        IPAddress address = http.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }
}
