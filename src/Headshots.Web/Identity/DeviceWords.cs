namespace Headshots.Web.Identity;

/// <summary>A browser as its owner knows it: <c>Firefox · Windows</c>. More of what browsers say about themselves is not kept.</summary>
internal static class DeviceWords
{
    /// <summary>The first that is named wins: Edge calls itself Chrome too, and Chrome Safari.</summary>
    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"),
        ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "ChromeOS"), ("Mac OS", "Mac"), ("Linux", "Linux")];

    /// <summary>Empty when nothing is known.</summary>
    public static string Of(string? userAgent)
    {
        string text = userAgent ?? string.Empty;
        string? browser = Find(Browsers, text);
        string? system = Find(Systems, text);
        return browser is not null && system is not null ? $"{browser} · {system}" : browser ?? system ?? string.Empty;
    }

    private static string? Find((string Sign, string Name)[] known, string text) =>
        known.Where(k => text.Contains(k.Sign, StringComparison.Ordinal)).Select(k => k.Name).FirstOrDefault();
}
