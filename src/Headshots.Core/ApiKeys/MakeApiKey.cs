using FluentValidation;
using Headshots.Core.Audit;
using Headshots.Core.Shared;

namespace Headshots.Core.ApiKeys;

/// <param name="Name">Which program it is for, 1 to 100 characters.</param>
/// <param name="Scopes">At least one.</param>
/// <param name="Days">Until it ends, 1 to 365.</param>
public sealed record MakeApiKeyRequest(string Name, ApiScopes Scopes, int Days = MakeApiKeyRequest.UsualDays)
{
    public const int UsualDays = 90;
}

/// <param name="Id">The key's, as the list and the audit log name it.</param>
/// <param name="Token">What the program sends. This is the only time that it can be seen.</param>
public sealed record MadeApiKey(Guid Id, string Token);

/// <summary>An owner gives a program a key.</summary>
public sealed class MakeApiKey(IApiKeyStore keys, IKeySecrets secrets, IAuditLog audit, IUnitOfWork work, IIds ids, TimeProvider time)
{
    /// <summary>Keys that work at the same time.</summary>
    public const int Most = 50;

    private const ApiScopes All = ApiScopes.ReadPeople | ApiScopes.ReadCampaigns | ApiScopes.ReadHeadshots | ApiScopes.Review | ApiScopes.WriteCampaigns | ApiScopes.WritePeople;

    private static readonly Rules Validator = new();

    public async Task<Result<MadeApiKey>> HandleAsync(Caller caller, MakeApiKeyRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(request);
        if (Validation.Check(Validator, request) is { } invalid)
        {
            return invalid;
        }

        DateTimeOffset now = time.GetUtcNow();
        ApiKey[] open = [.. (await keys.ListAsync(caller.Tenant, int.MaxValue, cancellation)).Where(k => k.StateAt(now) == ApiKeyState.Open)];
        if (open.Length >= Most)
        {
            return ApiKeyProblems.TooMany;
        }

        // Two of one name could not be told apart when one must be revoked in a hurry; and a form sent twice makes one key.
        if (open.Any(k => string.Equals(k.Name, request.Name.Trim(), StringComparison.OrdinalIgnoreCase)))
        {
            return ApiKeyProblems.NameTaken;
        }

        ApiKeyToken token = new(caller.Tenant, ids.New(), secrets.New(ApiKeyToken.SecretBytes));
        ApiKey key = ApiKey.Create(caller, token.Id, request, token.SecretHash, now);
        keys.Add(key);
        audit.Record(caller, "api_key.made", "api_key", key.Id, $"{key.Name}: {key.Scopes}");
        Result<Done> saved = await work.SaveAsync(cancellation);
        return saved.Ok ? new MadeApiKey(key.Id, token.Text()) : saved.Problem;
    }

    private sealed class Rules : AbstractValidator<MakeApiKeyRequest>
    {
        public Rules()
        {
            RuleFor(r => r.Name).Must(n => !string.IsNullOrWhiteSpace(n)).WithMessage("A name is needed.");
            RuleFor(r => r.Name).MaximumLength(100).WithMessage("A name has at most 100 characters.");
            RuleFor(r => r.Scopes).Must(s => s != ApiScopes.None && (s & ~All) == ApiScopes.None).WithMessage("Choose at least one thing that the key allows.");
            RuleFor(r => r.Days).InclusiveBetween(1, 365).WithMessage("A key works for 1 to 365 days.");
        }
    }
}
