using System.Net;
using Headshots.Core.Tenants;
using Headshots.Web.Identity;
using Headshots.Web.Tests.Admin;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Headshots.Web.Tests.Identity;

/// <summary>Every door has a lock: none opens for nobody, for a role that may not, or for another company.</summary>
[Collection(OfficePages.Name)]
public sealed class EndpointPolicyTests(Office office)
{
    /// <summary>What everybody may open: sign-in, employees' links (their token is their right), signed photos, preferences, static files, public keys.</summary>
    private static readonly string[] Open = ["signin", "signout", "preferences", "status/", "i/", "p/", "api/v1/openapi.json", "onboarding", "robots.txt", ".well-known/"];

    private static readonly MemberRoles[] SingleRoles = [MemberRoles.Owner, MemberRoles.HrAdmin, MemberRoles.Reviewer, MemberRoles.DirectoryAdmin, MemberRoles.Auditor, MemberRoles.None];

    [Fact]
    public void Endpoints_NotOnTheList_HaveAPolicyOfOurs()
    {
        RouteEndpoint[] bare = [.. Endpoints().Where(e => PolicyOf(e).Count == 0 && !IsOpen(e))];
        Assert.True(bare.Length == 0, "Without a policy: " + string.Join(", ", bare.Select(e => e.RoutePattern.RawText)));
        Assert.True(Endpoints().Count(e => PolicyOf(e).Count > 0) > 40, "The walk found hardly any endpoint.");
    }

    [Fact]
    public async Task AsNobody_EveryGuardedAddress_LeadsToSigningInOrIsRefused()
    {
        using HttpClient nobody = office.Browser();
        foreach (RouteEndpoint endpoint in Guarded())
        {
            foreach (string method in Methods(endpoint))
            {
                using HttpRequestMessage request = Request(method, Address(endpoint, office.Own));
                using HttpResponseMessage answer = await nobody.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
                Assert.True(
                    answer.StatusCode is HttpStatusCode.Unauthorized || (answer.StatusCode is HttpStatusCode.Redirect && answer.Headers.Location!.ToString().Contains("/signin", StringComparison.Ordinal)),
                    $"{method} {request.RequestUri} answered {answer.StatusCode} to nobody.");
            }
        }
    }

    [Fact]
    public async Task AsEachRole_WhatItMayNot_IsForbidden()
    {
        int forbidden = 0;
        foreach (MemberRoles role in SingleRoles)
        {
            using HttpClient member = office.Browser(office.Own, role);
            foreach (RouteEndpoint endpoint in Guarded())
            {
                foreach (string method in Methods(endpoint))
                {
                    bool changes = method is not "GET" and not "HEAD";
                    bool may = PolicyOf(endpoint).All(p => Policies.All[p].Allows(MemberClaims.Principal(Member.Create(office.Own.Tenant, office.Own.Member, "Ada", "ada@example.com", role)), changes));
                    if (!may)
                    {
                        using HttpRequestMessage request = Request(method, Address(endpoint, office.Own));
                        using HttpResponseMessage answer = await member.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
                        Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{method} {request.RequestUri} answered {answer.StatusCode} to {role}.");
                        forbidden++;
                    }
                }
            }
        }

        Assert.True(forbidden > 100, $"Only {forbidden} doors were closed to anybody.");
    }

    [Fact]
    public async Task AsOwner_EveryPageWithOwnIds_Opens()
    {
        using HttpClient owner = office.Browser(office.Own, MemberRoles.Owner);
        foreach (RouteEndpoint endpoint in Guarded().Where(e => IsPage(e) && !IsFile(e) && !e.RoutePattern.RawText!.Contains("import/", StringComparison.Ordinal)))
        {
            using HttpResponseMessage answer = await owner.GetAsync(Address(endpoint, office.Own), TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{Address(endpoint, office.Own)} answered {answer.StatusCode}.");
        }
    }

    [Fact]
    public async Task AsOwner_AnotherCompanysIds_AreNotFound()
    {
        using HttpClient owner = office.Browser(office.Own, MemberRoles.Owner);
        foreach (RouteEndpoint endpoint in Guarded().Where(e => Methods(e).Contains("GET") && e.RoutePattern.RawText!.Contains("{id", StringComparison.Ordinal)))
        {
            string address = Address(endpoint, office.Foreign);
            using HttpResponseMessage answer = await owner.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(
                answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.MethodNotAllowed || text == "[]",
                $"{address} of another company answered {answer.StatusCode}.");
            Assert.DoesNotContain("Grace Hopper", text, StringComparison.Ordinal);
        }
    }

    private IEnumerable<RouteEndpoint> Endpoints() => office.Services.GetRequiredService<IEnumerable<EndpointDataSource>>()
        .SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().Where(e => !IsStatic(e));

    private IEnumerable<RouteEndpoint> Guarded() => Endpoints().Where(e => PolicyOf(e).Count > 0 && !e.RoutePattern.RawText!.Contains("{**", StringComparison.Ordinal));

    private static IReadOnlyList<string> PolicyOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
        ? []
        : [.. endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).OfType<string>().Where(Policies.All.ContainsKey)];

    private static bool IsOpen(RouteEndpoint endpoint) => Open.Any(o => endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith(o, StringComparison.OrdinalIgnoreCase))
        || !endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("admin", StringComparison.OrdinalIgnoreCase) && endpoint.RoutePattern.RawText.TrimStart('/').StartsWith("gallery", StringComparison.OrdinalIgnoreCase);

    private static bool IsStatic(RouteEndpoint endpoint) => endpoint.Metadata.Any(m => m.GetType().Name.Contains("StaticAsset", StringComparison.Ordinal)) && !IsPage(endpoint);

    private static bool IsPage(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null;

    /// <summary>Addresses under pages that answer with a picture or a file, or take something only.</summary>
    private static bool IsFile(RouteEndpoint endpoint) => new[] { "picture", "sitters", "assets", "preview", "receipts/{id" }.Any(w => endpoint.RoutePattern.RawText!.Contains(w, StringComparison.Ordinal));

    private static IReadOnlyList<string> Methods(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["GET", "POST"];

    /// <summary>What changes something carries a body, without which an endpoint that reads JSON is none for it.</summary>
    private static HttpRequestMessage Request(string method, string address)
    {
        HttpRequestMessage request = new(new HttpMethod(method), address);
        if (method is "POST" or "PUT")
        {
            request.Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        }

        return request;
    }

    private static string Address(RouteEndpoint endpoint, Company company)
    {
        string pattern = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
        Guid id = pattern.Contains("campaigns", StringComparison.Ordinal) ? company.Campaign : pattern.Contains("kits", StringComparison.Ordinal) ? company.Kit : company.Person;
        return pattern.Replace("{id:guid}", id.ToString(), StringComparison.Ordinal)
            .Replace("{invitation:guid}", company.Invitation.ToString(), StringComparison.Ordinal)
            .Replace("{name}", "ada", StringComparison.Ordinal);
    }
}
