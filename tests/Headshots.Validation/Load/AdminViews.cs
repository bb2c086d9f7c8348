using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Headshots.Validation.Load;

/// <summary>
/// Admins who open pages at a steady pace whether or not the answer before has come: a server that falls behind shows it.
/// </summary>
internal sealed class AdminViews(PortalClient admin, LoadCompany company, int perSecond)
{
    public Latencies All { get; } = new();

    public IReadOnlyDictionary<string, Latencies> ByPage { get; } = Kinds(company).ToDictionary(k => k.Name, _ => new Latencies(), StringComparer.Ordinal);

    /// <summary>Opens pages until it is told to stop, and waits for the answers.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        (string Name, Func<int, string> Place)[] kinds = Kinds(company);
        List<Task> views = [];
        using PeriodicTimer pace = new(TimeSpan.FromSeconds(1.0 / perSecond));
        try
        {
            for (int i = 0; await pace.WaitForNextTickAsync(stop); i++)
            {
                (string name, Func<int, string> place) = kinds[i % kinds.Length];
                views.Add(ViewAsync(name, place(i / kinds.Length)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(views);
        }
    }

    private static (string Name, Func<int, string> Place)[] Kinds(LoadCompany company) =>
    [
        ("dashboard", _ => "admin"),
        ("people", _ => "admin/people"),
        ("search among people", i => string.Create(CultureInfo.InvariantCulture, $"admin/people?q=person{i % 1000:D3}")),
        ("a department by stage", i => string.Create(CultureInfo.InvariantCulture, $"admin/people?department=Department%20{i % 24:D2}&sort=Stage&desc=true")),
        ("a person", i => $"admin/people/{company.Persons[i % company.Persons.Count]}"),
        ("campaigns", _ => "admin/campaigns"),
        ("the campaign", _ => $"admin/campaigns/{company.Campaign}"),
        ("review queue", _ => "admin/review"),
        ("audit log", _ => "admin/audit"),
        ("kits", _ => "admin/kits"),
    ];

    private async Task ViewAsync(string name, string place)
    {
        long start = Stopwatch.GetTimestamp();
        try
        {
            HttpStatusCode status = await admin.ViewAsync(place, CancellationToken.None);
            TimeSpan took = Stopwatch.GetElapsedTime(start);
            All.Took(took);
            ByPage[name].Took(took);
            if (status != HttpStatusCode.OK)
            {
                All.Failed($"{(int)status} {name}");
                ByPage[name].Failed($"{(int)status}");
            }
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            All.Failed($"{e.GetType().Name} {name}");
            ByPage[name].Failed(e.GetType().Name);
        }
    }
}
