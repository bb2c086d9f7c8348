using Headshots.Core.Shared;

namespace Headshots.Core.Rendering;

/// <summary>Tells render processes that there is work. Losing it costs only the seconds until the dispatcher looks again.</summary>
public interface IRenderNudge
{
    Task RenderAsync(TenantId tenant, Guid jobId, RenderPriority priority, CancellationToken cancellation);
}
