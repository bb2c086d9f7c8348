using Headshots.App.CommandLine;
using Headshots.App.Keys;
using Headshots.Core.Tenants;
using Headshots.Web.Identity;
using Headshots.Workers.Mail;
using Microsoft.Extensions.Options;

namespace Headshots.App.Serving;

/// <summary>What a person who started the program wants to know, on one screen.</summary>
internal static class StartScreen
{
    public static async Task WriteAsync(Terminal terminal, WebApplication app, ServeRequest request)
    {
        string address = app.Services.GetRequiredService<IPublicAddress>().Value.AbsoluteUri;
        MailOptions mail = app.Services.GetRequiredService<IOptions<MailOptions>>().Value;
        List<(string What, string Is)> lines = [];
        if (request.Roles.HasFlag(Roles.Web))
        {
            lines.Add(("Portal", address));
            lines.AddRange(await SignInAsync(app, address));
        }

        lines.Add(("Data", request.Data.Root));
        MasterKeyRing masters = app.Services.GetRequiredService<MasterKeyRing>();
        lines.Add(("Keys", masters.IsBesideData
            ? $"{masters.Where}, beside the data: move it away before others use this, and name it in HEADSHOTS_Keys__File"
            : masters.Where));
        lines.Add(("Mail", mail.Host.Length > 0 ? $"over {mail.Host}:{mail.Port}" : $"as files in {mail.PickupFolder}"));
        lines.Add(("Roles", RoleNames.Of(request.Roles)));
        lines.Add(("Stop", "Ctrl-C"));
        terminal.Out.WriteLine();
        terminal.Out.WriteLine("  Headshots is running.");
        terminal.Out.WriteLine();
        foreach ((string what, string text) in lines)
        {
            terminal.Out.WriteLine($"  {what,-9}{Printable.Line(text)}");
        }

        terminal.Out.WriteLine();
    }

    private static async Task<IReadOnlyList<(string What, string Is)>> SignInAsync(WebApplication app, string address)
    {
        SignInPlan plan = app.Services.GetRequiredService<SignInPlan>();
        if (plan.Kind == SignInKind.None)
        {
            return [("Sign in", "not set up: set SignIn:Kind (Entra, OpenIdConnect), SignIn:ClientId and SignIn:ClientSecret in headshots.json; links for employees work")];
        }

        if (plan.Kind == SignInKind.Development)
        {
            return [("Sign in", $"{address}signin (development: choose a person, no password)")];
        }

        await using AsyncServiceScope scope = app.Services.CreateAsyncScope();
        bool anybody = (await scope.ServiceProvider.GetRequiredService<ITenantStore>().AllAsync(CancellationToken.None)).Count > 0;
        string with = plan.DisplayName.Length > 0 ? $" (with {plan.DisplayName})" : string.Empty;
        return anybody || plan.SelfService
            ? [("Sign in", $"{address}signin{with}")]
            : [("Sign in", $"{address}signin{with}"), ("Begin", $"headshots tenant create --name COMPANY --owner-email YOU@COMPANY {(plan.Kind == SignInKind.Entra ? "--entra-tenant GUID" : "--issuer ADDRESS")}")];
    }
}
