namespace Headshots.Web.Admin.Audit;

/// <summary>Names the resources AuditTexts.resx (English) and AuditTexts.de.resx.</summary>
internal sealed class AuditTexts;
