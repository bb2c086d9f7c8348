using Headshots.Core.ApiKeys;
using Headshots.Core.Shared;
using Headshots.Web.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Headshots.Web.Admin.Settings.Keys;

/// <summary>Keys of programs: made, seen once, revoked.</summary>
internal sealed class IndexModel(IApiKeyStore keys, MakeApiKey make, RevokeApiKey revoke, TimeProvider time, IStringLocalizer<KeyTexts> texts) : PortalPage
{
    private const int Most = 200;

    [BindProperty]
    public KeyForm Form { get; set; } = new();

    public IReadOnlyList<ApiKey> Keys { get; private set; } = [];

    /// <summary>The whole key, in the answer to the form that made it and in no other.</summary>
    public string? Token { get; private set; }

    public string MadeName { get; private set; } = string.Empty;

    public bool MayEdit => May(Policies.SettingsEditing);

    public ApiKeyState StateOf(ApiKey key) => key.StateAt(time.GetUtcNow());

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        MakeApiKeyRequest request = Form.Request();
        Result<MadeApiKey> made = await make.HandleAsync(Caller, request, cancellation);
        await LoadAsync(cancellation);
        if (!made.Ok)
        {
            return Refused(made.Problem, KeyForm.FieldOf);
        }

        // No redirect: it would have to keep the key somewhere until the next request.
        (Token, MadeName) = (made.Value.Token, request.Name.Trim());
        Form = new KeyForm();
        ModelState.Clear();
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid key, CancellationToken cancellation)
    {
        Result<Done> revoked = await revoke.HandleAsync(Caller, key, cancellation);
        return revoked is { Ok: false, Problem.Kind: ProblemKind.NotFound } ? NotFound() : Told("/admin/settings/keys", revoked, _ => texts["Revoked"]);
    }

    private async Task LoadAsync(CancellationToken cancellation) => Keys = await keys.ListAsync(Tenant, Most, cancellation);
}
