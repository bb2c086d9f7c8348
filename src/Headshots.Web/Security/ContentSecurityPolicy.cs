namespace Headshots.Web.Security;

/// <summary>Nothing inline and nothing foreign. https://www.w3.org/TR/CSP3/</summary>
internal static class ContentSecurityPolicy
{
    private const string Rest =
        "style-src 'self'; img-src 'self' blob:; connect-src 'self'; media-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public const string Plain = $"default-src 'none'; script-src 'self'; {Rest}";

    /// <summary>The face mesh is WebAssembly, which browsers compile only where that is allowed.</summary>
    public const string WithCamera = $"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; {Rest}";
}
