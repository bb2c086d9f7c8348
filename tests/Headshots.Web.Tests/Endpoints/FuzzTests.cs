using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace Headshots.Web.Tests.Endpoints;

/// <summary>Every form and every body of the API, with values that nobody expects: the answer is a sentence, never a fault, and shows nothing unescaped.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    /// <summary>How many requests; some hundreds if it is not set.</summary>
    private const string CountVariable = "HEADSHOTS_FUZZ_REQUESTS";

    /// <summary>Where the generator starts.</summary>
    private const string SeedVariable = "HEADSHOTS_FUZZ_SEED";

    /// <summary>Where the result is written, for those that are kept; nowhere if it is not set.</summary>
    private const string TableVariable = "HEADSHOTS_FUZZ_TABLE";

    [Fact]
    public async Task EveryForm_WithOddValues_AnswersWithASentence()
    {
        int count = Number(CountVariable, 500);
        int seed = Number(SeedVariable, 20_261_125);
        await using EndpointHost host = await EndpointHost.StartAsync();
        FuzzRun run = new(host, [.. (await Doors.OfAsync(host.Services)).Where(d => d.Changes || d.Fields.Count > 0)]);

        await run.RunAsync(count, seed);

        output.WriteLine($"Seed {seed}: {run}");
        if (Environment.GetEnvironmentVariable(TableVariable) is { Length: > 0 } path)
        {
            string command = $"{TableVariable}=<file> {CountVariable}={count} {SeedVariable}={seed} dotnet test tests/Headshots.Web.Tests --filter FuzzTests";
            await File.WriteAllTextAsync(path, $"# Odd values\n\nMade by `{command}`.\n\n{run}\n", TestContext.Current.CancellationToken);
        }

        Assert.True(run.Faults.Count == 0, $"{run.Faults.Count} kinds from seed {seed}:\n" + string.Join('\n', run.Faults.Select(f => $"request {f.Value}: {f.Key}").Take(60)));
        Assert.True(run.Statuses.Where(s => s.Key < 400).Sum(s => s.Value) * 10 > run.Statuses.Values.Sum(), $"Hardly anything got past the first check. {run}");
    }

    /// <summary>Else the test above could not fail.</summary>
    [Fact]
    public async Task Holes_MadeOnPurpose_AreFoundByTheRun()
    {
        await using EndpointHost host = await EndpointHost.StartAsync(endpoints =>
        {
            endpoints.MapGet("/hole/echo", (string? text) => Results.Text($"<h1>{text}</h1>", "text/html"));
            endpoints.MapPost("/hole/parse", (HoleInput input) => Results.Text(int.Parse(input.Text ?? string.Empty, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)));
            endpoints.MapPost("/hole/broken", async (HttpContext http) => Results.StatusCode((await http.Request.ReadFormAsync()).Count == 0 ? throw new InvalidOperationException() : 204)).DisableAntiforgery();
            endpoints.MapPost("/api/hole/bare", ([FromBody] HoleInput input) => Results.Text("No.", statusCode: StatusCodes.Status400BadRequest));
        });
        FuzzRun run = new(host, [.. (await Doors.OfAsync(host.Services)).Where(d => d.Pattern.Contains("/hole/", StringComparison.Ordinal))]);

        await run.RunAsync(400, 1);

        Assert.Contains(run.Faults.Keys, f => f.StartsWith("GET /hole/echo: shows what was sent", StringComparison.Ordinal));
        Assert.Contains(run.Faults.Keys, f => f.StartsWith("POST /hole/parse: 500", StringComparison.Ordinal));
        Assert.Contains(run.Faults.Keys, f => f.StartsWith("POST /hole/broken: 500", StringComparison.Ordinal));
        Assert.Contains(run.Faults.Keys, f => f.StartsWith("POST /api/hole/bare: 400 without problem details", StringComparison.Ordinal));
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : otherwise;

    private sealed record HoleInput(string? Text);
}
