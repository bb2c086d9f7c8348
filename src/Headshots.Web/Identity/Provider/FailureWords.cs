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
        return all.Any(IsTokenFault) ? EntryRefusals.Unverified
            : all.Any(e => e is HttpRequestException or SocketException or TimeoutException or TaskCanceledException or IOException) ? EntryRefusals.Unreachable
            : all.Any(e => e is OpenIdConnectProtocolException) ? EntryRefusals.Provider
            : all.Length == 0 || all.Any(e => e is AuthenticationFailureException) ? EntryRefusals.Expired
            : EntryRefusals.Provider;
    }

    /// <summary>Text that is no token at all is an argument fault; an answer in which the provider names an error is none of the token's.</summary>
    private static bool IsTokenFault(Exception fault) => fault is SecurityTokenException or ArgumentException
        || (fault is OpenIdConnectProtocolException && !fault.Data.Contains("error") && !fault.Message.StartsWith("Failed to parse", StringComparison.Ordinal));

    private static IEnumerable<Exception> Causes(Exception? fault)
    {
        for (Exception? cause = fault; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
