using Headshots.Core.People;
using Headshots.Core.Rendering;
using Headshots.Core.Shared;
using Headshots.TestKit.Programs;

namespace Headshots.EndToEnd.Tests.Kill;

/// <summary>Stops the program in the middle of its work as a service manager does.</summary>
public sealed class StopTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("headshots-stop-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Serve_TerminatedWhileRendering_HandsItsJobsBackUnharmed()
    {
        await using Company company = await Company.FoundAsync(_folder, credits: 100);
        await company.SubmitAsync(8);
        using RunningProgram program = RunningProgram.Start(_folder);
        _ = await program.AddressAsync(TimeSpan.FromMinutes(2));
        while (!(await JobsAsync(company)).Any(j => j.State == RenderJobState.Leased))
        {
            await Task.Delay(50, Cancellation);
        }

        int exitCode = await program.TerminateAsync(TimeSpan.FromMinutes(1));

        IReadOnlyList<RenderJob> jobs = await JobsAsync(company);
        Assert.Equal(0, exitCode);
        Assert.All(jobs, j => Assert.Contains(j.State, new[] { RenderJobState.Waiting, RenderJobState.Done }));
        Assert.All(jobs.Where(j => j.State == RenderJobState.Waiting), j => Assert.Equal(0, j.Attempts));
        Assert.Contains(jobs, j => j.State == RenderJobState.Waiting);
    }

    private static async Task<IReadOnlyList<RenderJob>> JobsAsync(Company company)
    {
        Slice<Person> people = await company.WithAsync<IPersonStore, Slice<Person>>(s => s.ListAsync(company.Tenant, new PersonQuery(Size: 500), Cancellation));
        List<RenderJob> jobs = [];
        foreach (Person person in people.Items)
        {
            jobs.AddRange(await company.WithAsync<IRenderJobStore, IReadOnlyList<RenderJob>>(s => s.OfPersonAsync(company.Tenant, person.Id, Cancellation)));
        }

        return jobs;
    }
}
