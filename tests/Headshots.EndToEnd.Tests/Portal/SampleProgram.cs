using Headshots.EndToEnd.Tests.Pages;
using Headshots.EndToEnd.Tests.Portal;
using Headshots.TestKit.Programs;

[assembly: AssemblyFixture(typeof(SampleProgram))]

namespace Headshots.EndToEnd.Tests.Portal;

/// <summary>The running program with its sample company, as on a developer's machine; started when the first test needs it.</summary>
public sealed class SampleProgram : IAsyncLifetime
{
    private static readonly TimeSpan StartsWithin = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan StopsWithin = TimeSpan.FromSeconds(40);

    private readonly SemaphoreSlim _starting = new(1);
    private RunningProgram? _program;
    private readonly Lazy<Task<SampleFacts>> _facts;
    private Uri? _address;

    public SampleProgram() => _facts = new Lazy<Task<SampleFacts>>(() => SampleFacts.GatherAsync(Program.DataFolder));

    public RunningProgram Program => _program ?? throw new InvalidOperationException("Ask for its address first.");

    /// <summary>What its people and campaigns are called, once all are where the sample's story leads them.</summary>
    internal async Task<SampleFacts> FactsAsync()
    {
        await AddressAsync();
        return await _facts.Value;
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Where it answers; starts it if need be.</summary>
    public async Task<Uri> AddressAsync()
    {
        await _starting.WaitAsync();
        try
        {
            _program ??= RunningProgram.Start(
                Directory.CreateTempSubdirectory("headshots-portal-").FullName,
                development: true,
                new Dictionary<string, string>(StringComparer.Ordinal) { ["Clock:MailEvery"] = "00:00:01" });
            return _address ??= await _program.ReadyAsync(StartsWithin);
        }
        finally
        {
            _starting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_program is not null)
        {
            await _program.TerminateAsync(StopsWithin);
            _program.Dispose();
            Directory.Delete(_program.DataFolder, recursive: true);
        }

        _starting.Dispose();
    }
}
