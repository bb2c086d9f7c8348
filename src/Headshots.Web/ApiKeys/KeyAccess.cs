using Headshots.Core.ApiKeys;

namespace Headshots.Web.ApiKeys;

/// <summary>Which scopes open a policy to a key; one of them is enough. A policy that names none stays closed to every key.</summary>
/// <param name="Reading">For requests that change nothing.</param>
/// <param name="Changing">For all others.</param>
internal sealed record KeyAccess(ApiScopes Reading, ApiScopes Changing)
{
    public static KeyAccess None { get; } = new(ApiScopes.None, ApiScopes.None);

    public ApiScopes For(bool changes) => changes ? Changing : Reading;

    public bool Allows(ApiScopes held, bool changes) => (held & For(changes)) != ApiScopes.None;
}
