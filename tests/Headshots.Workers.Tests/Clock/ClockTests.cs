using Headshots.Core.Invitations;
using Headshots.Core.Mail;
using Headshots.Core.Privacy;
using Headshots.Core.Rendering;
using Headshots.Core.Shared;
using Headshots.Core.Submissions;
using Headshots.Core.Tenants;
using Headshots.Workers.Clock;
using Headshots.Workers.Rendering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Headshots.Workers.Tests.Clock;

public sealed class ClockTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Clock_InvitationInTheOutbox_LeavesAsMail()
    {
        await using Workplace workplace = await Workplace.OpenAsync(services => services.AddRenderingElsewhere().AddClock(_ => { }));
        TenantId tenant = await workplace.FoundAsync();
        Guid campaign = await workplace.CampaignAsync(tenant, workplace.Time.GetUtcNow().AddDays(20));
        _ = await workplace.InviteAsync(tenant, campaign, sendMail: true);

        await workplace.StartAsync();

        await UntilAsync(() => Directory.Exists(workplace.MailFolder) && Directory.GetFiles(workplace.MailFolder, "*.eml").Length == 1);
    }

    [Fact]
    public async Task RemindOnTime_MorningOfAReminderDay_RemindsWhoIsLateOnce()
    {
        await using Workplace workplace = await Workplace.OpenAsync(services => services.AddRenderingElsewhere());
        TenantId tenant = await workplace.FoundAsync();
        DateTimeOffset due = workplace.Time.GetUtcNow().AddDays(20);
        Guid campaign = await workplace.CampaignAsync(tenant, due);
        Guid late = await workplace.InviteAsync(tenant, campaign);
        Guid prompt = await workplace.InviteAsync(tenant, campaign);
        await workplace.SubmitAsync(tenant, prompt);

        // Seven days before the end, at eight in the morning: sixteen hours before that day ends.
        workplace.Time.SetUtcNow(due.AddDays(-7).AddHours(-16).AddSeconds(-1));
        Assert.Equal(0, await RemindAsync(workplace, tenant));
        workplace.Time.Advance(TimeSpan.FromSeconds(2));
        Guid fresh = await workplace.InviteAsync(tenant, campaign);
        Assert.Equal(1, await RemindAsync(workplace, tenant));
        workplace.Time.Advance(TimeSpan.FromHours(15));
        Assert.Equal(0, await RemindAsync(workplace, tenant));

        // The day before the end: now the one who was fresh is late, too.
        workplace.Time.SetUtcNow(due.AddDays(-1).AddHours(-3));
        Assert.Equal(2, await RemindAsync(workplace, tenant));
        Assert.Equal(0, await RemindAsync(workplace, tenant));

        int[] reminders = await RemindersAsync(workplace, tenant, late, prompt, fresh);
        Assert.Equal([2, 0, 1], reminders);
    }

    [Fact]
    public async Task RemindOnTime_CompanyWantsNone_RemindsNobody()
    {
        await using Workplace workplace = await Workplace.OpenAsync(services => services.AddRenderingElsewhere());
        TenantId tenant = await workplace.FoundAsync();
        DateTimeOffset due = workplace.Time.GetUtcNow().AddDays(20);
        _ = await workplace.InviteAsync(tenant, await workplace.CampaignAsync(tenant, due));
        Tenant company = (await workplace.WithAsync<ITenantStore, Tenant?>(s => s.FindAsync(tenant, Cancellation)))!;
        ChangeTenantRequest none = new(company.Name, company.ContactEmail, company.Settings with { ReminderDaysBefore = [] }, company.Version);
        Assert.True((await workplace.WithAsync<ChangeTenant, Result<Done>>(c => c.HandleAsync(Caller.System(tenant), none, Cancellation))).Ok);

        workplace.Time.SetUtcNow(due.AddDays(-7).AddHours(-10));

        Assert.Equal(0, await RemindAsync(workplace, tenant));
    }

    [Fact]
    public async Task SweepOrphans_FilesOfRowsAndOthers_DeletesOnlyOldOthers()
    {
        await using Workplace workplace = await Workplace.OpenAsync(services => services.AddRenderingElsewhere());
        TenantId tenant = await workplace.FoundAsync();
        Guid person = await workplace.InviteAsync(tenant, await workplace.CampaignAsync(tenant, workplace.Time.GetUtcNow().AddDays(20)));
        await workplace.SubmitAsync(tenant, person);
        RenderJob job = await workplace.JobAsync(tenant, person);
        string stranger = Guid.Parse("11111111-1111-1111-1111-111111111111").ToString("N");
        string[] orphans = [$"{PhotoKeys.Renders(person, job.Id, 1)}0/0.jpg", $"people/{stranger}/selfies/{stranger}", "people/loose"];
        foreach (string key in orphans.Append("kit-assets/a.jpg"))
        {
            await PutAsync(workplace, tenant, key);
        }

        Assert.Equal(0, await SweepAsync(workplace, tenant));
        workplace.Time.Advance(TimeSpan.FromHours(2));
        Assert.Equal(orphans.Length, await SweepAsync(workplace, tenant));

        List<string> left = await KeysAsync(workplace, tenant);
        Assert.Equal(["kit-assets/a.jpg", PhotoKeys.Selfie(person, person)], left);
    }

    [Fact]
    public async Task RemoveSampleTenant_RealCompany_IsRefused()
    {
        await using Workplace workplace = await Workplace.OpenAsync(services => services.AddRenderingElsewhere());
        TenantId tenant = await workplace.FoundAsync();

        Result<Done> removed = await workplace.WithAsync<RemoveSampleTenant, Result<Done>>(r => r.HandleAsync(Caller.System(tenant), Cancellation));

        Assert.Equal("tenant_not_a_sample", removed.Problem?.Code);
        Assert.NotNull(await workplace.WithAsync<ITenantStore, Tenant?>(s => s.FindAsync(tenant, Cancellation)));
    }

    [Fact]
    public async Task TenantRounds_ClosedCompanies_HaveOnlyWhatWasPromisedToPeople()
    {
        await using Workplace workplace = await Workplace.OpenAsync(services => services.AddRenderingElsewhere());
        TenantId open = await workplace.FoundAsync("Open");
        TenantId suspended = await workplace.FoundAsync("Suspended");
        TenantId leaving = await workplace.FoundAsync("Leaving");
        await workplace.WithAsync<SuspendTenant, bool>(async s => (await s.SuspendAsync(suspended, Cancellation)).Ok);
        await workplace.WithAsync<ScheduleTenantDeletion, bool>(async s => (await s.ScheduleAsync(Caller.System(leaving), "Leaving", Cancellation)).Ok);
        TenantRounds rounds = new(workplace.Scopes, NullLogger<TenantRounds>.Instance);
        List<TenantId> work = [];
        List<TenantId> promises = [];

        await rounds.RunAsync("Working", (_, tenant, _) => Add(work, tenant), closedToo: false, Cancellation);
        await rounds.RunAsync("Erasing", (_, tenant, _) => Add(promises, tenant), closedToo: true, Cancellation);

        Assert.Equal([open], work);
        Assert.Equal(3, promises.Count);

        static Task Add(List<TenantId> list, TenantId tenant)
        {
            list.Add(tenant);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task Clock_CompanyWhoseDayHasCome_IsDeletedAndNoOther()
    {
        await using Workplace workplace = await Workplace.OpenAsync(services => services.AddRenderingElsewhere().AddClock(_ => { }));
        TenantId leaving = await workplace.FoundAsync("Leaving");
        TenantId staying = await workplace.FoundAsync("Staying");
        await workplace.WithAsync<ScheduleTenantDeletion, bool>(async s => (await s.ScheduleAsync(Caller.System(leaving), "Leaving", Cancellation)).Ok);
        workplace.Time.Advance(ScheduleTenantDeletion.Grace);

        await workplace.StartAsync();

        for (int look = 0; look < 600 && await workplace.WithAsync<ITenantStore, Tenant?>(s => s.FindAsync(leaving, Cancellation)) is not null; look++)
        {
            await Task.Delay(100, Cancellation);
        }

        Assert.Null(await workplace.WithAsync<ITenantStore, Tenant?>(s => s.FindAsync(leaving, Cancellation)));
        Assert.NotNull(await workplace.WithAsync<ITenantStore, Tenant?>(s => s.FindAsync(staying, Cancellation)));
    }

    [Fact]
    public async Task TenantRounds_OneTenantBreaks_TheOthersHaveTheirRound()
    {
        await using Workplace workplace = await Workplace.OpenAsync(services => services.AddRenderingElsewhere());
        TenantId[] all = [await workplace.FoundAsync("A"), await workplace.FoundAsync("B"), await workplace.FoundAsync("C")];
        List<TenantId> visited = [];
        TenantRounds rounds = new(workplace.Scopes, NullLogger<TenantRounds>.Instance);

        await rounds.RunAsync(
            "Testing",
            (_, tenant, _) =>
            {
                visited.Add(tenant);
                return tenant == all[1] ? throw new InvalidOperationException("Broken.") : Task.CompletedTask;
            },
            closedToo: false,
            Cancellation);

        Assert.Equal(all.OrderBy(t => t.Value), visited.OrderBy(t => t.Value));
    }

    private static Task<int> RemindAsync(Workplace workplace, TenantId tenant) => workplace.WithAsync<RemindOnTime, int>(r => r.HandleAsync(tenant, Cancellation));

    private static Task<int> SweepAsync(Workplace workplace, TenantId tenant) =>
        workplace.WithAsync<SweepOrphans, int>(s => s.HandleAsync(tenant, SweepOrphans.Grace, Cancellation));

    private static async Task<int[]> RemindersAsync(Workplace workplace, TenantId tenant, params Guid[] people)
    {
        IReadOnlyList<OutgoingMail> due = await workplace.WithAsync<IMailOutbox, IReadOnlyList<OutgoingMail>>(s => s.DueAsync(tenant, workplace.Time.GetUtcNow(), 100, Cancellation));
        return [.. people.Select(p => due.Count(m => m.Kind == MailKind.Reminder && m.PersonId == p))];
    }

    private static Task<BlobInfo> PutAsync(Workplace workplace, TenantId tenant, string key) =>
        workplace.WithAsync<IBlobStore, BlobInfo>(s => s.PutAsync(tenant, key, new MemoryStream([1]), Cancellation));

    private static Task<List<string>> KeysAsync(Workplace workplace, TenantId tenant) => workplace.WithAsync<IBlobStore, List<string>>(async blobs =>
    {
        List<string> keys = [];
        await foreach (BlobListing file in blobs.ListAsync(tenant, string.Empty, Cancellation))
        {
            keys.Add(file.Key);
        }

        return keys;
    });

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (int look = 0; look < 600 && !holds(); look++)
        {
            await Task.Delay(100, Cancellation);
        }

        Assert.True(holds());
    }
}
