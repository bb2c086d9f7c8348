using System.Globalization;
using Headshots.Core.Tenants;

namespace Headshots.Web.Tests.Endpoints;

/// <summary>Every form and every body of the API, with values that nobody expects: the answer is a sentence, never a fault, and shows nothing unescaped.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    /// <summary>How many requests; some hundreds if it is not set.</summary>
    private const string CountVariable = "HEADSHOTS_FUZZ_REQUESTS";

    /// <summary>Where the generator starts.</summary>
    private const string SeedVariable = "HEADSHOTS_FUZZ_SEED";

    private const int Restock = 60;

    [Fact]
    public async Task EveryForm_WithOddValues_AnswersWithASentence()
    {
        int count = Number(CountVariable, 500);
        int seed = Number(SeedVariable, 20_261_125);
        await using EndpointHost host = await EndpointHost.StartAsync();
        Door[] doors = [.. (await Doors.OfAsync(host.Services)).Where(d => d.Changes || d.Fields.Count > 0)];
        Dictionary<int, int> statuses = [];
        Dictionary<string, string> faults = new(StringComparer.Ordinal);
        Visitor owner = Visitor.Member(host, MemberRoles.Owner);
        OddRequest requests = new(host, owner);
        for (int i = 0; i < Math.Max(count, doors.Length); i++)
        {
            if (i % Restock == Restock - 1)
            {
                await host.Own.RestockAsync(host);
            }

            Door door = doors[i % doors.Length];
            ulong case_ = ((ulong)(uint)seed << 32) + (ulong)i;
            int before = host.Faults.Count;
            Answer answer = await Answer.OfAsync(owner.Client, await requests.OfAsync(door, case_));
            statuses[(int)answer.Status] = statuses.GetValueOrDefault((int)answer.Status) + 1;
            if (WrongWith(door, answer, [.. host.Faults.Skip(before)]) is { } wrong)
            {
                faults.TryAdd($"{door}: {wrong}", i.ToString(CultureInfo.InvariantCulture));
            }

            if (answer.IsRefusal && !door.IsEmployees)
            {
                // It signed itself out.
                owner.Dispose();
                owner = Visitor.Member(host, MemberRoles.Owner);
                requests = new OddRequest(host, owner);
            }
        }

        owner.Dispose();
        string told = string.Join(", ", statuses.OrderBy(s => s.Key).Select(s => $"{s.Key}: {s.Value}"));
        output.WriteLine($"{statuses.Values.Sum()} requests to {doors.Length} doors from seed {seed}. {told}");
        Assert.True(faults.Count == 0, $"{faults.Count} kinds:\n" + string.Join('\n', faults.Select(f => $"request {f.Value}: {f.Key}").Take(60)));
        Assert.True(statuses.Where(s => s.Key < 400).Sum(s => s.Value) * 10 > statuses.Values.Sum(), $"Hardly anything got past the first check. {told}");
    }

    private static string? WrongWith(Door door, Answer answer, string[] logged)
    {
        if (logged.Length > 0)
        {
            string[] lines = logged[0].Split('\n');
            return $"{(int)answer.Status}, logged {lines[0]} {string.Join(" < ", lines.Skip(1).Where(l => l.Contains("Headshots.", StringComparison.Ordinal)).Take(2).Select(l => l.Trim()))}";
        }

        if ((int)answer.Status >= 500)
        {
            return $"{(int)answer.Status}";
        }

        if (answer.Type == "text/html" && (answer.Text.Contains("<hsx", StringComparison.Ordinal) || answer.Text.Contains("\" hsy=\"", StringComparison.Ordinal)))
        {
            return "shows what was sent as it is";
        }

        if ((int)answer.Status < 400)
        {
            return null;
        }

        return door.IsApi
            ? answer.Type == "application/problem+json" && answer.Text.Contains("\"code\":", StringComparison.Ordinal) ? null : $"{(int)answer.Status} without problem details: {answer.Type}"
            : answer.Type switch
            {
                "text/html" => answer.Text.Contains("<h1", StringComparison.Ordinal) ? null : $"{(int)answer.Status} with a page that says nothing",
                "application/problem+json" or "application/json" or "text/plain" => answer.Text.Length > 10 ? null : $"{(int)answer.Status} without a sentence",
                _ => $"{(int)answer.Status} with {(answer.Text.Length == 0 ? "nothing" : answer.Type)}",
            };
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : otherwise;
}
