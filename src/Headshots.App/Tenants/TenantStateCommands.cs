using System.CommandLine;
using Headshots.App.CommandLine;
using Headshots.App.Hosting;

namespace Headshots.App.Tenants;

/// <summary>
/// <c>headshots tenant list</c>, <c>suspend ID</c>, <c>resume ID</c>, <c>delete ID --yes [--now]</c>, <c>keep ID</c>: what the operator
/// of an installation does with companies.
/// </summary>
internal static class TenantStateCommands
{
    public static void AddTo(Command tenant, Terminal terminal)
    {
        tenant.Add(List(terminal));
        tenant.Add(ById("suspend", "Keep a company out: members and employees are told, work stops, nothing is deleted", terminal, TenantOrders.SuspendAsync));
        tenant.Add(ById("resume", "Let a suspended company in again", terminal, TenantOrders.ResumeAsync));
        tenant.Add(ById("keep", "Take the deletion of a company back", terminal, TenantOrders.KeepAsync));
        tenant.Add(Delete(terminal));
    }

    private static Command List(Terminal terminal)
    {
        Option<string?> data = DataOption.Create();
        Command command = new("list", "Show every company with its id and state") { data };
        command.SetAction((parsed, cancellation) => BusinessCommands.WithAsync(
            DataFolder.Find(parsed.GetValue(data)), services => TenantOrders.ListAsync(services, terminal, cancellation), cancellation));
        return command;
    }

    private static Command Delete(Terminal terminal)
    {
        Argument<Guid> id = Id();
        Option<bool> yes = new("--yes") { Description = "Say that you mean it; without it nothing happens" };
        Option<bool> now = new("--now") { Description = "At once, without the days in which it can be taken back" };
        Option<string?> data = DataOption.Create();
        Command command = new("delete", "Delete a company with everything in it, seven days later; \"keep\" takes it back") { id, yes, now, data };
        command.SetAction((parsed, cancellation) =>
        {
            if (!parsed.GetValue(yes))
            {
                terminal.Error.WriteLine("headshots: this deletes every person, photo and headshot of the company. Add --yes if you mean it.");
                return Task.FromResult(ExitCode.Usage);
            }

            TenantOrder order = new(parsed.GetRequiredValue(id), terminal, cancellation);
            return BusinessCommands.WithAsync(
                DataFolder.Find(parsed.GetValue(data)),
                services => parsed.GetValue(now) ? TenantOrders.DeleteNowAsync(services, order) : TenantOrders.DeleteAsync(services, order),
                cancellation);
        });
        return command;
    }

    private static Command ById(string name, string description, Terminal terminal, Func<IServiceProvider, TenantOrder, Task<int>> run)
    {
        Argument<Guid> id = Id();
        Option<string?> data = DataOption.Create();
        Command command = new(name, description) { id, data };
        command.SetAction((parsed, cancellation) => BusinessCommands.WithAsync(
            DataFolder.Find(parsed.GetValue(data)), services => run(services, new TenantOrder(parsed.GetRequiredValue(id), terminal, cancellation)), cancellation));
        return command;
    }

    private static Argument<Guid> Id() => new("ID") { Description = "The company's id, as \"tenant list\" shows it" };
}
