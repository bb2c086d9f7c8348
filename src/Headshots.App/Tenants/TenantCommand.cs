using System.CommandLine;
using Headshots.App.CommandLine;
using Headshots.App.Hosting;
using Headshots.Core.Tenants;

namespace Headshots.App.Tenants;

/// <summary>
/// <c>headshots tenant create --name NAME --owner-email EMAIL [--entra-tenant GUID | --issuer ADDRESS] [--owner-id ID] [--owner-name NAME]
/// [--credits N] [--data DIR]</c>, and what <see cref="TenantStateCommands"/> adds.
/// </summary>
internal sealed class TenantCommand
{
    private readonly Option<string> _name = new("--name") { HelpName = "COMPANY", Description = "The company's name, as employees know it", Required = true };
    private readonly Option<string> _email = new("--owner-email") { HelpName = "EMAIL", Description = "Address of the first owner; also the company's contact", Required = true };
    private readonly Option<string?> _owner = new("--owner-name") { HelpName = "NAME", Description = "Their name; what stands before the @ if left out" };
    private readonly Option<Guid?> _entra = new("--entra-tenant") { HelpName = "GUID", Description = "The company's Entra tenant id: its people sign in there" };
    private readonly Option<string?> _issuer = new("--issuer") { HelpName = "ADDRESS", Description = "The issuer that another provider names in its tokens" };
    private readonly Option<string?> _ownerId = new("--owner-id") { HelpName = "ID", Description = "The owner's object id in Entra, or subject elsewhere; if left out, whoever has the role Owner there is owner" };
    private readonly Option<int?> _credits = new("--credits") { HelpName = "N", Description = "How many people may be rendered; any number if left out" };
    private readonly Option<string?> _data = DataOption.Create();
    private readonly Terminal _terminal;

    private TenantCommand(Terminal terminal) => _terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        TenantCommand tenant = new(terminal);
        Command create = new("create", "Open an account for a company")
        {
            tenant._name, tenant._email, tenant._owner, tenant._entra, tenant._issuer, tenant._ownerId, tenant._credits, tenant._data,
        };
        create.Validators.Add(result =>
        {
            if (result.GetResult(tenant._entra) is not null && result.GetResult(tenant._issuer) is not null)
            {
                result.AddError("A company signs in at one place: give --entra-tenant or --issuer, not both.");
            }
        });
        create.SetAction(tenant.RunAsync);
        Command command = new("tenant", "Accounts of companies") { create };
        TenantStateCommands.AddTo(command, terminal);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        string email = parsed.GetRequiredValue(_email);
        CreateTenantRequest request = new(
            parsed.GetRequiredValue(_name),
            parsed.GetValue(_owner) ?? email.Split('@')[0],
            email,
            parsed.GetValue(_credits))
        {
            Realm = parsed.GetValue(_entra) is { } directory ? SignInRealm.Entra(directory) : parsed.GetValue(_issuer),
            OwnerSubject = parsed.GetValue(_ownerId),
        };
        return await BusinessCommands.CreateTenantAsync(DataFolder.Find(parsed.GetValue(_data)), request, _terminal, cancellation);
    }
}
