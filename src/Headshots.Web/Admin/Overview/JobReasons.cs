using Microsoft.Extensions.Localization;

namespace Headshots.Web.Admin.Overview;

internal static class JobReasons
{
    /// <summary>Why a job is stuck, for somebody who is no engineer; the studio's own reasons are sentences already.</summary>
    public static string Reason(this IStringLocalizer<OverviewTexts> texts, string code, string text) =>
        texts[$"Reason.{code}"] is { ResourceNotFound: false } plain ? plain.Value : text;
}
