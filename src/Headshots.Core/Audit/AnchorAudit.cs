using Headshots.Core.Shared;
using Headshots.Core.Signing;
using Microsoft.Extensions.Logging;

namespace Headshots.Core.Audit;

/// <summary>Writes where a tenant's chain ends into the program's log, which is kept elsewhere than the database.</summary>
public sealed partial class AnchorAudit(IAuditLog log, ISigningKey key, TimeProvider time, ILogger<AnchorAudit> logger)
{
    public async Task HandleAsync(TenantId tenant, CancellationToken cancellation)
    {
        if (await log.HeadAsync(tenant, cancellation) is { } head)
        {
            LogAnchor(AuditAnchor.Sign(tenant, head, time.GetUtcNow(), key));
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Anchor}")]
    private partial void LogAnchor(AuditAnchor anchor);
}
