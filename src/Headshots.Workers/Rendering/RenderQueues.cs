using Headshots.Core.Rendering;

namespace Headshots.Workers.Rendering;

/// <summary>
/// Two queues with consumers of their own, so that a kit's thousand re-renders never stand before the one headshot that
/// somebody waits for.
/// </summary>
internal static class RenderQueues
{
    public const string Interactive = "render-interactive";

    public const string Bulk = "render-bulk";

    public static Uri AddressOf(RenderPriority priority) => new($"queue:{(priority == RenderPriority.Bulk ? Bulk : Interactive)}");
}
