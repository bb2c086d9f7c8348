using Headshots.App.CommandLine;
using Headshots.Core.Shared;
using Headshots.Core.Tenants;

namespace Headshots.App.Tenants;

/// <param name="Id">Which company.</param>
/// <param name="Terminal">Where the answer goes.</param>
/// <param name="Cancellation">Ctrl-C.</param>
internal sealed record TenantOrder(Guid Id, Terminal Terminal, CancellationToken Cancellation)
{
    public TenantId Tenant => new(Id);

    public Caller Operator => Caller.System(Tenant);
}

/// <summary>Carries out what an operator orders. Apart from the commands, so that others do not load it.</summary>
internal static class TenantOrders
{
    public static async Task<int> ListAsync(IServiceProvider services, Terminal terminal, CancellationToken cancellation)
    {
        foreach (TenantId id in await services.GetRequiredService<ITenantStore>().AllAsync(cancellation))
        {
            await using AsyncServiceScope scope = services.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<ITenantStore>().FindAsync(id, cancellation) is { } tenant)
            {
                terminal.Out.WriteLine($"{id}\t{State(tenant)}\t{Printable.Line(tenant.Name)}\t{tenant.Realm ?? "-"}");
            }
        }

        return ExitCode.Success;
    }

    public static async Task<int> SuspendAsync(IServiceProvider services, TenantOrder order) =>
        Say(order, await services.GetRequiredService<SuspendTenant>().SuspendAsync(order.Tenant, order.Cancellation), tenant => $"{Printable.Line(tenant.Name)} is suspended");

    public static async Task<int> ResumeAsync(IServiceProvider services, TenantOrder order) =>
        Say(order, await services.GetRequiredService<SuspendTenant>().ResumeAsync(order.Tenant, order.Cancellation), tenant => $"{Printable.Line(tenant.Name)} is {State(tenant)}");

    public static async Task<int> KeepAsync(IServiceProvider services, TenantOrder order) =>
        Say(order, await services.GetRequiredService<ScheduleTenantDeletion>().CancelAsync(order.Operator, order.Cancellation), _ => "The company stays");

    public static async Task<int> DeleteAsync(IServiceProvider services, TenantOrder order)
    {
        Tenant? tenant = await services.GetRequiredService<ITenantStore>().FindAsync(order.Tenant, order.Cancellation);
        return Say(
            order,
            await services.GetRequiredService<ScheduleTenantDeletion>().ScheduleAsync(order.Operator, tenant?.Name, order.Cancellation),
            due => $"{Printable.Line(tenant!.Name)} will be deleted on {due.UtcDateTime:yyyy-MM-dd HH:mm} UTC by the role clock; until then \"headshots tenant keep {order.Tenant}\" takes it back");
    }

    public static async Task<int> DeleteNowAsync(IServiceProvider services, TenantOrder order)
    {
        if (await services.GetRequiredService<ITenantStore>().FindAsync(order.Tenant, order.Cancellation) is not { } tenant)
        {
            return Say<Done>(order, SharedProblems.NotFound, _ => string.Empty);
        }

        await services.GetRequiredService<DeleteTenant>().AtOnceAsync(order.Tenant, order.Cancellation);
        order.Terminal.Out.WriteLine($"{Printable.Line(tenant.Name)} is deleted");
        return ExitCode.Success;
    }

    private static string State(Tenant tenant) =>
        tenant.SuspendedAt is not null ? "suspended" : tenant.DeletionDueAt is { } due ? $"deleted on {due.UtcDateTime:yyyy-MM-dd}" : tenant.IsSample ? "sample" : "open";

    private static int Say<T>(TenantOrder order, Result<T> result, Func<T, string> sentence)
        where T : notnull
    {
        if (result.Ok)
        {
            order.Terminal.Out.WriteLine(sentence(result.Value));
            return ExitCode.Success;
        }

        order.Terminal.Error.WriteLine(result.Problem == SharedProblems.NotFound
            ? $"headshots: there is no company {order.Tenant}; \"headshots tenant list\" shows those there are."
            : $"headshots: {result.Problem.Message}");
        return ExitCode.Usage;
    }
}
