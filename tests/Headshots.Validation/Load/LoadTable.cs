using System.Diagnostics;
using System.Globalization;
using System.Text;
using Headshots.Imaging;
using Headshots.Sitter;
using Headshots.TestKit.Programs;

namespace Headshots.Validation.Load;

/// <summary>The program on SQLite, in one process, with a large company: uploads, page views and renders at once.</summary>
internal static class LoadTable
{
    private const int People = 10_000;
    private const int Uploads = 200;
    private const int ViewsPerSecond = 50;

    private static readonly TimeSpan _quiet = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan _rendering = TimeSpan.FromSeconds(90);

    public static async Task<string> TableAsync()
    {
        string folder = Directory.CreateTempSubdirectory("headshots-load-").FullName;
        try
        {
            string busy = Busy();
            using RunningProgram program = RunningProgram.Start(folder, development: true);
            Uri address = await program.ReadyAsync(TimeSpan.FromMinutes(5));
            using PortalClient admin = new(address);
            await admin.SignInAsync("Olivia Owner");
            await SampleSettledAsync(admin);
            long start = Stopwatch.GetTimestamp();
            LoadCompany company = await LoadCompany.FillAsync(admin, People, Uploads);
            TimeSpan filled = Stopwatch.GetElapsedTime(start);
            Console.WriteLine($"{People} people are in, after {filled.TotalSeconds:F0} s");
            string table = await MeasureAsync(program, admin, company, filled, busy);
            await program.TerminateAsync(TimeSpan.FromMinutes(2));
            return table;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> MeasureAsync(RunningProgram program, PortalClient admin, LoadCompany company, TimeSpan filled, string busy)
    {
        Uri address = await program.AddressAsync(TimeSpan.Zero);
        using Employees employees = new(address, company.Links, Photo());
        AdminViews warm = await ViewedAsync(admin, company, _quiet / 4), quiet = await ViewedAsync(admin, company, _quiet);
        Console.WriteLine($"{warm.All.Count} views to warm up, {quiet.All.Count} in quiet");

        using CancellationTokenSource uploaded = new();
        AdminViews uploading = new(admin, company, ViewsPerSecond);
        Task views = uploading.RunAsync(uploaded.Token);
        long start = Stopwatch.GetTimestamp();
        await employees.AllAsync();
        TimeSpan uploads = Stopwatch.GetElapsedTime(start);
        await uploaded.CancelAsync();
        await views;
        Console.WriteLine($"{Uploads} uploads after {uploads.TotalSeconds:F0} s");

        int before = await employees.RenderedAsync();
        start = Stopwatch.GetTimestamp();
        AdminViews rendering = await ViewedAsync(admin, company, _rendering);
        int rendered = await employees.RenderedAsync() - before;
        double perMinute = rendered / Stopwatch.GetElapsedTime(start).TotalMinutes;
        Console.WriteLine($"{rendered} rendered meanwhile");
        return Text(employees, [("quiet", quiet), ($"{Uploads} employees upload", uploading), ("rendering", rendering)], (uploads, filled, perMinute, busy), program.Log.Faults);
    }

    /// <summary>Numbers of a machine that does other things say nothing about the program.</summary>
    private static string Busy() => OperatingSystem.IsLinux()
        ? $"Programs that wanted a processor before it began, on average of the last minute: {File.ReadAllText("/proc/loadavg").Split(' ')[0]}."
        : "What else the machine did is not known.";

    private static async Task<AdminViews> ViewedAsync(PortalClient admin, LoadCompany company, TimeSpan time)
    {
        AdminViews views = new(admin, company, ViewsPerSecond);
        using CancellationTokenSource stop = new(time);
        await views.RunAsync(stop.Token);
        return views;
    }

    /// <summary>The sample company's own people are rendered first; they are no part of what is measured.</summary>
    private static async Task SampleSettledAsync(PortalClient admin)
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < TimeSpan.FromMinutes(10))
        {
            string approved = await admin.PageAsync("admin/people?stage=Approved"), chosen = await admin.PageAsync("admin/people?stage=Chosen");
            if (Count(approved) == 3 && Count(chosen) == 3)
            {
                return;
            }

            await Task.Delay(1000);
        }
    }

    private static int Count(string page) => page.Split("class=\"who\"").Length - 1;

    private static byte[] Photo()
    {
        using DrawnSitter sitter = new SitterRenderer().Draw(SitterGallery.All[0].Scene);
        return PhotoEncoder.Encode(sitter.Image, new JpegSettings { Quality = 92 }, OutputMetadata.OfHeadshots(DigitalSourceTypes.AlgorithmicMedia));
    }

    private static string Text(
        Employees employees, IReadOnlyList<(string Name, AdminViews Views)> phases, (TimeSpan Uploads, TimeSpan Filled, double PerMinute, string Busy) seen, IReadOnlyList<string> faults)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"""
            # Load on SQLite, one process

            Made by `dotnet run --project tests/Headshots.Validation -c Release -- load` (after `dotnet build src/Headshots.App -c Release`): the
            program as a developer starts it, all roles in one process, on SQLite, {Environment.ProcessorCount} cores that the load itself runs on, too. The
            sample company has {People:N0} people in one campaign, read from a CSV file and invited through the portal in {seen.Filled.TotalSeconds:F0} s. {ViewsPerSecond} pages a
            second are opened at a fixed pace, whether or not the page before has come. Meanwhile {Uploads} employees open their links at
            once, agree, upload a photo of 960×1200, get its verdict and send it; then their headshots, three each, are rendered.

            {seen.Busy}

            | page views while | views | errors | p50 ms | p95 ms | p99 ms | most ms |
            |---|---|---|---|---|---|---|

            """);
        foreach ((string name, AdminViews views) in phases)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {views.All.Columns()} |\n");
        }

        text.Append("\n| while rendering | views | errors | p50 ms | p95 ms | p99 ms | most ms |\n|---|---|---|---|---|---|---|\n");
        foreach ((string page, Latencies latencies) in phases[^1].Views.ByPage)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {page} | {latencies.Columns()} |\n");
        }

        text.Append("\n| employees | requests | errors | p50 ms | p95 ms | p99 ms | most ms |\n|---|---|---|---|---|---|---|\n");
        foreach ((string name, Latencies latencies) in new[] { ("pages", employees.Pages), ("photo to verdict", employees.Photos), ("sending", employees.Sends) })
        {
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {latencies.Columns()} |\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\n{Uploads} uploads took {seen.Uploads.TotalSeconds:F0} s: {Uploads / seen.Uploads.TotalSeconds:F1} a second, each with its verdict. While pages were viewed, {seen.PerMinute:F1} people a minute were rendered.\n");
        Dictionary<string, int> errors = phases.SelectMany(p => p.Views.All.Errors).Concat(employees.Pages.Errors).Concat(employees.Photos.Errors).Concat(employees.Sends.Errors)
            .GroupBy(e => e.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(e => e.Value), StringComparer.Ordinal);
        text.Append(errors.Count == 0 ? "No request failed" : $"Failed: {string.Join(", ", errors.Select(e => $"{e.Key} ({e.Value})"))}");
        text.Append(faults.Count == 0 ? ", and the program logged no fault.\n" : $". The program logged {faults.Count} faults, first: {faults[0]}\n");
        return text.ToString();
    }
}
