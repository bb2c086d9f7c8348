using System.Net.Sockets;
using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Headshots.Web.Identity.Provider;

/// <summary>Why a way back from the provider failed, by the fault that the framework reports.</summary>
internal static class FailureWords
{
    public static string Of(Exception? fault)
    {
        Exception[] all = [.. Causes(fault)];
        return all.Any(e => e is SecurityTokenException or SecurityTokenArgumentException or OpenIdConnectProtocolInvalidNonceException or OpenIdConnectProtocolInvalidAtHashException or OpenIdConnectProtocolInvalidCHashException) ? EntryRefusals.Unverified
            : all.Any(e => e is HttpRequestException or SocketException or TimeoutException or TaskCanceledException or IOException) ? EntryRefusals.Unreachable
            : all.Any(e => e is OpenIdConnectProtocolException) ? EntryRefusals.Provider
            : all.Length == 0 || all.Any(e => e is AuthenticationFailureException) ? EntryRefusals.Expired
            : EntryRefusals.Provider;
    }

    private static IEnumerable<Exception> Causes(Exception? fault)
    {
        for (Exception? cause = fault; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
