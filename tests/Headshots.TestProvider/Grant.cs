namespace Headshots.TestProvider;

/// <summary>A code that was given out: for whom, to whom, and what must come back with it.</summary>
internal sealed record Grant(string Code, SignInAccount Account, string ClientId, string RedirectUri, string? Challenge, string? Nonce, string? Scope, DateTimeOffset Until);
