using Headshots.Core.ApiKeys;
using Headshots.Web.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Headshots.Web.ApiKeys;

/// <summary>Says in the API's description how a key is sent, and which scope each operation needs, as the policies have it.</summary>
internal static class KeysInDocument
{
    private const string Scheme = "key";

    public static void Add(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
            document.Components.SecuritySchemes[Scheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = $"{ApiKeyToken.Prefix} and {ApiKeyToken.Length - ApiKeyToken.Prefix.Length} characters",
                Description = "A key that an owner made under Settings. It needs no token of GET /api/v1/me. Each operation names the scopes of which the key must have one.",
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            bool changes = !HttpMethods.IsGet(context.Description.HttpMethod ?? string.Empty);
            IReadOnlyList<ApiScopes> scopes = ApiKeyClaims.Each(ScopesOf(context.Description.ActionDescriptor.EndpointMetadata, changes));
            if (scopes.Count > 0)
            {
                operation.Security ??= [];
                operation.Security.Add(new OpenApiSecurityRequirement
                {
                    [new OpenApiSecuritySchemeReference(Scheme, context.Document)] = [.. scopes.Select(s => s.ToString())],
                });
            }

            return Task.CompletedTask;
        });
    }

    /// <summary>What all of the endpoint's policies let in.</summary>
    public static ApiScopes ScopesOf(IEnumerable<object> metadata, bool changes)
    {
        KeyAccess[] policies = [.. metadata.OfType<IAuthorizeData>().Select(a => a.Policy).OfType<string>().Where(Policies.All.ContainsKey).Select(p => Policies.All[p].Keys)];
        return policies.Length == 0 ? ApiScopes.None : policies.Aggregate(policies[0].For(changes), (both, next) => both & next.For(changes));
    }
}
