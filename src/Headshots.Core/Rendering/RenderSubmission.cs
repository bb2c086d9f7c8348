namespace Headshots.Core.Rendering;

/// <summary>A nudge: look at this job. It may come twice, late or never; the row decides.</summary>
public sealed record RenderSubmission(Guid TenantId, Guid JobId, RenderPriority Priority);
