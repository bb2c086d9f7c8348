using Headshots.Core.Headshots;
using Headshots.Core.Invitations;
using Headshots.Core.Rendering;
using Headshots.Core.Reviews;
using Headshots.Core.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Headshots.Workers.Tests.Rendering;

public sealed class RenderWorkersTests
{
    private static readonly TimeSpan _week = TimeSpan.FromDays(7);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nudge_PhotoSent_IsRenderedBeforeTheDispatcherLooks()
    {
        await using Workplace workplace = await Workplace.RenderingAsync();
        (TenantId tenant, Guid person) = await PersonAsync(workplace);
        await workplace.StartAsync();

        await workplace.SubmitAsync(tenant, person);

        RenderJob job = await workplace.UntilAsync(tenant, person, j => j.State == RenderJobState.Done);
        Assert.Equal(1, job.Attempts);
    }

    [Fact]
    public async Task Dispatcher_PhotoSentWhileNobodyRendered_IsRenderedRightAfterTheStart()
    {
        await using Workplace workplace = await Workplace.RenderingAsync();
        (TenantId tenant, Guid person) = await PersonAsync(workplace);
        await workplace.SubmitAsync(tenant, person);

        await workplace.StartAsync();

        _ = await workplace.UntilAsync(tenant, person, j => j.State == RenderJobState.Done);
    }

    [Fact]
    public async Task Dispatcher_JobThatAlwaysBreaks_EndsWhereAnAdminSeesItAndGoesOnWhenRetried()
    {
        await using Workplace workplace = await Workplace.RenderingAsync();
        (TenantId tenant, Guid poisoned) = await PersonAsync(workplace);
        Guid healthy = await workplace.InviteAsync(tenant, (await CampaignOfAsync(workplace, tenant, poisoned)).CampaignId);
        workplace.Studio.BeforeRender = (order, _) => order.Photo.Span.Length > 0 ? throw new InvalidOperationException("The camera ate the film.") : Task.CompletedTask;
        await workplace.StartAsync();

        await workplace.SubmitAsync(tenant, poisoned);
        RenderJob failed = await workplace.UntilAsync(tenant, poisoned, j => j.State == RenderJobState.Failed, TimeSpan.FromSeconds(10));

        Assert.Equal(RenderJob.MaxAttempts, failed.Attempts);
        StuckJob stuck = Assert.Single(await workplace.WithAsync<IRenderJobStore, IReadOnlyList<StuckJob>>(s => s.StuckAsync(tenant, 10, Cancellation)));
        Assert.Contains("The camera ate the film.", stuck.ReasonText, StringComparison.Ordinal);

        workplace.Studio.BeforeRender = (_, _) => Task.CompletedTask;
        await workplace.SubmitAsync(tenant, healthy);
        _ = await workplace.UntilAsync(tenant, healthy, j => j.State == RenderJobState.Done);
        Assert.True((await workplace.WithAsync<RetryJob, Result<Done>>(r => r.HandleAsync(Caller.System(tenant), stuck.Id, Cancellation))).Ok);
        _ = await workplace.UntilAsync(tenant, poisoned, j => j.State == RenderJobState.Done);
        Assert.Empty(await workplace.WithAsync<IRenderJobStore, IReadOnlyList<StuckJob>>(s => s.StuckAsync(tenant, 10, Cancellation)));
    }

    [Fact]
    public async Task Consumer_BulkWorkFillsItsQueue_SomebodyWhoWaitsIsServed()
    {
        await using Workplace workplace = await Workplace.RenderingAsync();
        TenantId tenant = await workplace.FoundAsync();
        Guid campaign = await workplace.CampaignAsync(tenant, workplace.Time.GetUtcNow() + _week);
        await workplace.StartAsync();
        List<Guid> approved = [];
        for (int i = 0; i < 4; i++)
        {
            approved.Add(await ApprovedAsync(workplace, tenant, campaign));
        }

        TaskCompletionSource opened = new();
        int waiting = 0;
        workplace.Studio.BeforeRender = async (order, cancellation) =>
        {
            if (order.Priority == RenderPriority.Bulk)
            {
                Interlocked.Increment(ref waiting);
                await opened.Task.WaitAsync(cancellation);
            }
        };
        await ChangeKitAsync(workplace, tenant);
        workplace.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(4, (await workplace.WithAsync<RenderAgain, Result<int>>(r => r.HandleAsync(Caller.System(tenant), workplace.KitId, Cancellation))).Value);
        workplace.Time.Advance(TimeSpan.FromSeconds(10));
        _ = await workplace.UntilAsync(tenant, approved[0], _ => Volatile.Read(ref waiting) == 2);

        Guid impatient = await workplace.InviteAsync(tenant, campaign);
        await workplace.SubmitAsync(tenant, impatient);
        _ = await workplace.UntilAsync(tenant, impatient, j => j.State == RenderJobState.Done);

        Assert.Equal(2, waiting);
        opened.SetResult();
        foreach (Guid person in approved)
        {
            _ = await workplace.UntilAsync(tenant, person, j => j is { BasedOnHeadshotId: not null, State: RenderJobState.Done });
        }
    }

    private static async Task<(TenantId Tenant, Guid Person)> PersonAsync(Workplace workplace)
    {
        TenantId tenant = await workplace.FoundAsync();
        Guid campaign = await workplace.CampaignAsync(tenant, workplace.Time.GetUtcNow() + _week);
        return (tenant, await workplace.InviteAsync(tenant, campaign));
    }

    private static async Task<Invitation> CampaignOfAsync(Workplace workplace, TenantId tenant, Guid person) =>
        (await workplace.WithAsync<IInvitationStore, IReadOnlyList<Invitation>>(s => s.OfPersonAsync(tenant, person, Cancellation)))[0];

    private static async Task<Guid> ApprovedAsync(Workplace workplace, TenantId tenant, Guid campaign)
    {
        Guid person = await workplace.InviteAsync(tenant, campaign);
        await workplace.SubmitAsync(tenant, person);
        _ = await workplace.UntilAsync(tenant, person, j => j.State == RenderJobState.Done);
        await using AsyncServiceScope scope = workplace.Scopes.CreateAsyncScope();
        OpenedInvitation opened = await Workplace.OpenAsync(scope.ServiceProvider, tenant, person);
        Headshot first = (await scope.ServiceProvider.GetRequiredService<IHeadshotStore>().OfPersonAsync(tenant, person, Cancellation))[0];
        Assert.True((await scope.ServiceProvider.GetRequiredService<ChooseHeadshot>().HandleAsync(opened, first.Id, Cancellation)).Ok);
        Assert.True((await scope.ServiceProvider.GetRequiredService<ReviewHeadshots>().HandleAsync(Caller.System(tenant), new ReviewRequest([first.Id], true, null), Cancellation)).Ok);
        return person;
    }

    private static async Task ChangeKitAsync(Workplace workplace, TenantId tenant)
    {
        Core.BrandKits.BrandKit kit = (await workplace.WithAsync<Core.BrandKits.IBrandKitStore, Core.BrandKits.BrandKit?>(s => s.FindAsync(tenant, workplace.KitId, Cancellation)))!;
        Core.BrandKits.SaveBrandKitRequest request = new(kit.Id, "Kit", new Core.BrandKits.KitDocument { Spec = """{"name":"new"}""" }, kit.Version);
        Assert.True((await workplace.WithAsync<Core.BrandKits.SaveBrandKit, Result<Guid>>(s => s.HandleAsync(Caller.System(tenant), request, Cancellation))).Ok);
        await workplace.PublishAsync(tenant);
    }
}
