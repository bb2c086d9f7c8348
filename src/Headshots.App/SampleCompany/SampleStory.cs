using Headshots.App.Hosting;
using Headshots.Core.Audit;
using Headshots.Core.Campaigns;
using Headshots.Core.Invitations;
using Headshots.Core.People;
using Headshots.Core.Shared;
using Headshots.Core.Tenants;

namespace Headshots.App.SampleCompany;

/// <summary>
/// At the first start on a developer's machine, founds the sample company and brings its people on their way, after the
/// portal is up: it can be watched. Told once; a company that was removed does not come back.
/// </summary>
internal sealed partial class SampleStory(IServiceScopeFactory scopes, DataFolder data, TimeProvider time, ILogger<SampleStory> logger) : BackgroundService
{
    /// <summary>Noted in the company's own log when all are where they are to be.</summary>
    private const string Told = "sample.told";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Half an hour; somebody who has not arrived by then waits for an admin, and is a sample of that.</summary>
    private const int MostRounds = 1800;

    private string Founded => Path.Combine(data.Root, "sample-founded");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Yield();
            if (await SampleAsync(stoppingToken) is not { } tenant)
            {
                return;
            }

            for (int round = 0; round < MostRounds && !await RoundAsync(tenant, stoppingToken); round++)
            {
                await Task.Delay(Pause, time, stoppingToken);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The program is more than its samples.
            LogBroke(e);
        }
    }

    /// <summary>The sample company whose story is not told yet; null when there is none.</summary>
    private async Task<TenantId?> SampleAsync(CancellationToken cancellation)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        ITenantStore tenants = scope.ServiceProvider.GetRequiredService<ITenantStore>();
        IReadOnlyList<TenantId> all = await tenants.AllAsync(cancellation);
        foreach (TenantId id in all)
        {
            if (await tenants.FindAsync(id, cancellation) is { IsSample: true })
            {
                return await UnfinishedAsync(scope.ServiceProvider, id, cancellation);
            }
        }

        return all.Count > 0 || File.Exists(Founded) ? null : await FoundAsync(scope.ServiceProvider, cancellation);
    }

    /// <summary>A company that a stopped program left half-founded is founded anew.</summary>
    private async Task<TenantId?> UnfinishedAsync(IServiceProvider services, TenantId tenant, CancellationToken cancellation)
    {
        Slice<AuditEntry> told = await services.GetRequiredService<IAuditLog>().ListAsync(tenant, new AuditQuery(Told, Size: 1), cancellation);
        if (told.Items.Count > 0)
        {
            return null;
        }

        if ((await services.GetRequiredService<ICampaignStore>().ListAsync(tenant, cancellation)).Count > 0)
        {
            return tenant;
        }

        _ = await services.GetRequiredService<RemoveSampleTenant>().HandleAsync(Caller.System(tenant), cancellation);
        services.GetRequiredService<IUnitOfWork>().Forget();
        return await FoundAsync(services, cancellation);
    }

    private async Task<TenantId> FoundAsync(IServiceProvider services, CancellationToken cancellation)
    {
        TenantId founded = await services.GetRequiredService<SampleFounding>().FoundAsync(cancellation);
        await File.WriteAllTextAsync(Founded, "The sample company was made once; it is not made again.\n", cancellation);
        return founded;
    }

    /// <returns>Whether everybody has arrived, or the company was removed meanwhile.</returns>
    private async Task<bool> RoundAsync(TenantId tenant, CancellationToken cancellation)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        IServiceProvider services = scope.ServiceProvider;
        Campaign? campaign = (await services.GetRequiredService<ICampaignStore>().ListAsync(tenant, cancellation)).FirstOrDefault(c => c.IsSample);
        if (campaign is null || await services.GetRequiredService<ITenantStore>().FindAsync(tenant, cancellation) is null)
        {
            return true;
        }

        IReadOnlyList<Person> people = (await services.GetRequiredService<IPersonStore>().ListAsync(tenant, new PersonQuery(Size: 100), cancellation)).Items;
        if (people.Any(p => p is { IsSample: true, Stage: PhotoStage.None }))
        {
            _ = await services.GetRequiredService<InvitePeople>().HandleAsync(
                Caller.System(tenant), campaign.Id, [.. people.Where(p => p.IsSample).Select(p => p.Id)], sendMail: true, cancellation);
        }

        bool all = true;
        foreach (SamplePerson sample in SamplePeople.People)
        {
            if (people.FirstOrDefault(p => p.Email == sample.Email) is { } person)
            {
                all &= await StepAsync(tenant, person.Id, sample, cancellation);
            }
        }

        if (all)
        {
            services.GetRequiredService<IAuditLog>().Record(Caller.System(tenant), Told, "tenant", tenant.Value, "The sample company is complete");
            _ = await services.GetRequiredService<IUnitOfWork>().SaveAsync(cancellation);
        }

        return all;
    }

    private async Task<bool> StepAsync(TenantId tenant, Guid person, SamplePerson sample, CancellationToken cancellation)
    {
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        IReadOnlyList<Invitation> invitations = await scope.ServiceProvider.GetRequiredService<IInvitationStore>().OfPersonAsync(tenant, person, cancellation);
        return invitations.Count == 0 || await scope.ServiceProvider.GetRequiredService<SampleStep>().TakeAsync(invitations[0], sample, cancellation);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The sample company could not be completed")]
    private partial void LogBroke(Exception e);
}

internal static class SampleRegistration
{
    public static IServiceCollection AddSampleCompany(this IServiceCollection services) => services
        .AddScoped<SampleFounding>()
        .AddScoped<SampleStep>()
        .AddHostedService<SampleStory>();
}
