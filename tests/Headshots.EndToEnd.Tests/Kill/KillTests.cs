using System.Globalization;
using Headshots.Core.Audit;
using Headshots.Core.Credits;
using Headshots.Core.Headshots;
using Headshots.Core.People;
using Headshots.Core.Privacy;
using Headshots.Core.Rendering;
using Headshots.Core.Shared;
using Headshots.Core.Submissions;
using Headshots.TestKit.Programs;

namespace Headshots.EndToEnd.Tests.Kill;

/// <summary>
/// Kills the program with a queue of submissions before it, again and again at random moments, and asks afterwards whether
/// every submission was rendered exactly once. <c>HEADSHOTS_KILLS=50</c> is the full run.
/// </summary>
public sealed class KillTests : IDisposable
{
    private const string KillsVariable = "HEADSHOTS_KILLS";
    private const int Candidates = 3;
    private const int FilesPerCandidate = 2;

    /// <summary>The selfie in the headshot's crop.</summary>
    private const int Crop = 1;

    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(12);

    private readonly string _folder = Directory.CreateTempSubdirectory("headshots-kill-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Serve_KilledAtRandomMoments_RendersEverySubmissionExactlyOnce()
    {
        int kills = int.TryParse(Environment.GetEnvironmentVariable(KillsVariable), CultureInfo.InvariantCulture, out int asked) ? asked : 4;
        int people = Math.Max(6, kills);
        await using Company company = await Company.FoundAsync(_folder, credits: people + 5);
        await company.SubmitAsync(people);

        await KillAsync(kills);
        await FinishAsync(company);

        foreach (Person person in (await company.WithAsync<IPersonStore, Slice<Person>>(s => s.ListAsync(company.Tenant, new PersonQuery(Size: 500), Cancellation))).Items)
        {
            await CheckAsync(company, person);
        }

        Assert.Equal(5, await company.WithAsync<ICreditLedger, int>(s => s.BalanceAsync(company.Tenant, Cancellation)));
        Slice<CreditEntry> ledger = await company.WithAsync<ICreditLedger, Slice<CreditEntry>>(s => s.ListAsync(company.Tenant, null, 200, Cancellation));
        Assert.Equal(people, ledger.Items.Where(e => e.Kind == CreditKind.Use).Select(e => e.PersonId).Distinct().Count());
        Assert.Equal(people, ledger.Items.Count(e => e.Kind == CreditKind.Use));
        Assert.DoesNotContain(ledger.Items, e => e.Kind == CreditKind.Refund);
        await CheckFilesAsync(company, people);
    }

    /// <summary>Starts and kills; some of the starts do not get as far as listening.</summary>
    private async Task KillAsync(int kills)
    {
        Random random = new(20261125);
        for (int kill = 0; kill < kills; kill++)
        {
            using RunningProgram program = RunningProgram.Start(_folder);
            if (kill % 5 != 0)
            {
                _ = await program.AddressAsync(TimeSpan.FromMinutes(2));
            }

            await Task.Delay(random.Next(0, 2500), Cancellation);
            program.KillAtOnce();
        }
    }

    private async Task FinishAsync(Company company)
    {
        using RunningProgram program = RunningProgram.Start(_folder);
        _ = await program.AddressAsync(TimeSpan.FromMinutes(2));
        long began = TimeProvider.System.GetTimestamp();
        while (await UnfinishedAsync(company) is { Count: > 0 } unfinished)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < _longest, $"{string.Join(", ", unfinished.Select(j => $"{j.State} after {j.Attempts}: {j.ReasonText}"))}\n{program.Log}");
            foreach (RenderJob job in unfinished.Where(j => j.State == RenderJobState.Failed))
            {
                // Killed at every attempt: it lies where an admin sees it, who has it tried again.
                Assert.Equal(RenderReasons.WorkerLost, job.Reason);
                Assert.Contains(await company.WithAsync<IRenderJobStore, IReadOnlyList<StuckJob>>(s => s.StuckAsync(company.Tenant, 200, Cancellation)), s => s.Id == job.Id);
                Assert.True((await company.WithAsync<RetryJob, Result<Done>>(r => r.HandleAsync(Caller.System(company.Tenant), job.Id, Cancellation))).Ok);
            }

            await Task.Delay(500, Cancellation);
        }

        Assert.Equal(0, await program.TerminateAsync(TimeSpan.FromMinutes(1)));
    }

    private static async Task<IReadOnlyList<RenderJob>> UnfinishedAsync(Company company)
    {
        Slice<Person> people = await company.WithAsync<IPersonStore, Slice<Person>>(s => s.ListAsync(company.Tenant, new PersonQuery(Size: 500), Cancellation));
        return await company.WithAsync<IRenderJobStore, IReadOnlyList<RenderJob>>(async store =>
        {
            List<RenderJob> unfinished = [];
            foreach (Person person in people.Items)
            {
                unfinished.AddRange((await store.OfPersonAsync(company.Tenant, person.Id, Cancellation)).Where(j => j.State != RenderJobState.Done));
            }

            return unfinished;
        });
    }

    private static async Task CheckAsync(Company company, Person person)
    {
        TenantId tenant = company.Tenant;
        Submission submission = Assert.Single(await company.WithAsync<ISubmissionStore, IReadOnlyList<Submission>>(s => s.OfPersonAsync(tenant, person.Id, Cancellation)));
        RenderJob job = Assert.Single(await company.WithAsync<IRenderJobStore, IReadOnlyList<RenderJob>>(s => s.OfPersonAsync(tenant, person.Id, Cancellation)));
        IReadOnlyList<Headshot> headshots = await company.WithAsync<IHeadshotStore, IReadOnlyList<Headshot>>(s => s.OfPersonAsync(tenant, person.Id, Cancellation));
        Slice<AuditEntry> audit = await company.WithAsync<IAuditLog, Slice<AuditEntry>>(s => s.ListAsync(tenant, new AuditQuery(Action: "submission.rendered", SubjectId: person.Id), Cancellation));

        Assert.Equal(SubmissionState.Rendered, submission.State);
        Assert.Equal(PhotoStage.Rendered, person.Stage);
        Assert.Equal(RenderJobState.Done, job.State);
        Assert.Equal(Enumerable.Range(0, Candidates), headshots.Select(h => h.Position).Order());
        Assert.All(headshots, h => Assert.Equal(job.Id, h.JobId));
        Assert.All(headshots, h => Assert.Equal(FilesPerCandidate, h.Renditions.Count));
        Assert.Single(audit.Items);
    }

    /// <summary>After a sweep there is what the rows speak of, whole, and nothing else.</summary>
    private static async Task CheckFilesAsync(Company company, int people)
    {
        _ = await company.WithAsync<SweepOrphans, int>(s => s.HandleAsync(company.Tenant, TimeSpan.Zero, Cancellation));
        List<string> there = [];
        await company.WithAsync<IBlobStore, Done>(async blobs =>
        {
            await foreach (BlobListing file in blobs.ListAsync(company.Tenant, PhotoKeys.People, Cancellation))
            {
                there.Add(file.Key);

                // Opening it holds it against its checksum.
                await using Stream? content = await blobs.OpenAsync(company.Tenant, file.Key, Cancellation);
                Assert.NotNull(content);
                await content.CopyToAsync(Stream.Null, Cancellation);
            }

            return default;
        });
        Assert.Equal(people * (1 + (Candidates * (FilesPerCandidate + Crop))), there.Count);
        Slice<Person> all = await company.WithAsync<IPersonStore, Slice<Person>>(s => s.ListAsync(company.Tenant, new PersonQuery(Size: 500), Cancellation));
        foreach (Person person in all.Items)
        {
            IReadOnlyList<Headshot> headshots = await company.WithAsync<IHeadshotStore, IReadOnlyList<Headshot>>(s => s.OfPersonAsync(company.Tenant, person.Id, Cancellation));
            Assert.All(headshots.SelectMany(h => h.Renditions.Append(h.Before!)), r => Assert.Contains(r.BlobKey, there));
        }
    }
}
