using System.Globalization;
using Headshots.Core.Tenants;

namespace Headshots.Web.Tests.Endpoints;

/// <summary>Sends odd requests to doors, one after the other and around again, as an owner, and notes what should not be.</summary>
internal sealed class FuzzRun(EndpointHost host, IReadOnlyList<Door> doors)
{
    /// <summary>Odd requests erase and close things as right ones do.</summary>
    private const int Restock = 60;

    public SortedDictionary<int, int> Statuses { get; } = [];

    /// <summary>What is wrong, with the number of the request that showed it first.</summary>
    public Dictionary<string, int> Faults { get; } = new(StringComparer.Ordinal);

    public async Task RunAsync(int count, int seed)
    {
        Visitor owner = Visitor.Member(host, MemberRoles.Owner);
        OddRequest requests = new(host, owner);
        for (int i = 0; i < count; i++)
        {
            if (i % Restock == Restock - 1)
            {
                await host.Own.RestockAsync(host);
            }

            Door door = doors[i % doors.Count];
            int before = host.Faults.Count;
            Answer answer = await Answer.OfAsync(owner.Client, await requests.OfAsync(door, ((ulong)(uint)seed << 32) + (ulong)i));
            Statuses[(int)answer.Status] = Statuses.GetValueOrDefault((int)answer.Status) + 1;
            if (WrongWith(door, answer, [.. host.Faults.Skip(before)]) is { } wrong)
            {
                Faults.TryAdd($"{door}: {wrong}", i);
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
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Statuses.Values.Sum()} requests to {doors.Count} doors, {Faults.Count} faults. ") + string.Join(", ", Statuses.Select(s => $"{s.Key}: {s.Value}"));

    private static string? WrongWith(Door door, Answer answer, string[] logged)
    {
        if (logged.Length > 0)
        {
            string[] lines = logged[0].Split('\n');
            return $"{(int)answer.Status}, logged {lines[0]} {string.Join(" < ", lines.Skip(1).Where(l => l.Contains("Headshots.", StringComparison.Ordinal)).Take(2).Select(l => l.Trim()))}";
        }

        return (int)answer.Status >= 500 ? $"{(int)answer.Status}"
            : answer.Type == "text/html" && (answer.Text.Contains("<hsx", StringComparison.Ordinal) || answer.Text.Contains("\" hsy=\"", StringComparison.Ordinal)) ? "shows what was sent as it is"
            : (int)answer.Status < 400 ? null
            : door.IsApi ? WrongWithApi(answer)
            : WrongWithPage(answer);
    }

    private static string? WrongWithApi(Answer answer) => answer.Type == "application/problem+json" && answer.Text.Contains("\"code\":", StringComparison.Ordinal)
        ? null
        : $"{(int)answer.Status} without problem details: {answer.Type}";

    private static string? WrongWithPage(Answer answer) => answer.Type switch
    {
        "text/html" => answer.Text.Contains("<h1", StringComparison.Ordinal) ? null : $"{(int)answer.Status} with a page that says nothing",
        "application/problem+json" or "application/json" or "text/plain" => answer.Text.Length > 10 ? null : $"{(int)answer.Status} without a sentence",
        _ => $"{(int)answer.Status} with {(answer.Text.Length == 0 ? "nothing" : answer.Type)}",
    };
}
