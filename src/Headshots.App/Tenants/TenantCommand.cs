using System.CommandLine;
using Headshots.App.CommandLine;
using Headshots.App.Hosting;
using Headshots.Core.Tenants;

namespace Headshots.App.Tenants;

/// <summary><c>headshots tenant create --name NAME --owner-email EMAIL [--owner-name NAME] [--credits N] [--data DIR]</c></summary>
internal sealed class TenantCommand
{
    private readonly Option<string> _name = new("--name") { HelpName = "COMPANY", Description = "The company's name, as employees know it", Required = true };
    private readonly Option<string> _email = new("--owner-email") { HelpName = "EMAIL", Description = "Address of whoever signs in first", Required = true };
    private readonly Option<string?> _owner = new("--owner-name") { HelpName = "NAME", Description = "Their name; what stands before the @ if left out" };
    private readonly Option<int?> _credits = new("--credits") { HelpName = "N", Description = "How many people may be rendered; any number if left out" };
    private readonly Option<string?> _data = DataOption.Create();
    private readonly Terminal _terminal;

    private TenantCommand(Terminal terminal) => _terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        TenantCommand tenant = new(terminal);
        Command create = new("create", "Open an account for a company") { tenant._name, tenant._email, tenant._owner, tenant._credits, tenant._data };
        create.SetAction(tenant.RunAsync);
        return new Command("tenant", "Accounts of companies") { create };
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        string email = parsed.GetRequiredValue(_email);
        CreateTenantRequest request = new(
            parsed.GetRequiredValue(_name),
            parsed.GetValue(_owner) ?? email.Split('@')[0],
            email,
            parsed.GetValue(_credits));
        return await BusinessCommands.CreateTenantAsync(DataFolder.Find(parsed.GetValue(_data)), request, _terminal, cancellation);
    }
}
