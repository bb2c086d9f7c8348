using System.Net;

namespace Headshots.Web.Tests.Employee;

/// <summary>What stands on a page, with its entities resolved.</summary>
internal static class Page
{
    public static async Task<string> TextAsync(HttpResponseMessage answer) =>
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
}
