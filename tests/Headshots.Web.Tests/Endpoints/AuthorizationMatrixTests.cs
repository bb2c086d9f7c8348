using System.Globalization;
using System.Text;
using Headshots.Core.People;
using Headshots.Core.Shared;
using Headshots.Web.Identity;

namespace Headshots.Web.Tests.Endpoints;

/// <summary>Every door × everybody × the other company's ids. Doors and their fields come from the route table: a new one is tried without a word here.</summary>
public sealed class AuthorizationMatrixTests(ITestOutputHelper output)
{
    /// <summary>Where the table is written, for the results that are kept; nowhere if it is not set.</summary>
    private const string TableVariable = "HEADSHOTS_AUTHORIZATION_TABLE";

    [Fact]
    public async Task EveryDoor_ForEverybodyWithAnothersIds_StaysShut()
    {
        await using EndpointHost host = await EndpointHost.StartAsync();
        IReadOnlyList<Door> doors = await Doors.OfAsync(host.Services);
        IReadOnlyList<Visitor> visitors = Visitor.All(host);
        using CommandLog commands = new(host.Database);
        WallWalk walk = new(host, commands, doors, visitors);

        await walk.RunAsync();

        string table = Table(host, doors, visitors, walk);
        output.WriteLine(table);
        if (Environment.GetEnvironmentVariable(TableVariable) is { Length: > 0 } path)
        {
            await File.WriteAllTextAsync(path, table, TestContext.Current.CancellationToken);
        }

        Assert.True(walk.Breaches.Count == 0, string.Join('\n', walk.Breaches.Take(40)));
        Assert.True(doors.Count > 80, "The walk found hardly any door.");
        Assert.True(walk.Queries > 1000, $"Only {walk.Queries} commands were compared.");
        Assert.True(walk.Requests > 2000, $"Only {walk.Requests} requests were made.");
        foreach (Visitor visitor in visitors)
        {
            visitor.Dispose();
        }
    }

    /// <summary>Else the test above could not fail.</summary>
    [Fact]
    public async Task Holes_MadeOnPurpose_AreFoundByTheWalk()
    {
        EndpointHost host = null!;
        await using EndpointHost started = await EndpointHost.StartAsync(endpoints =>
        {
            endpoints.MapGet("/hole/told/{id:guid}", async (Guid id, IPersonStore people, CancellationToken cancellation) =>
                await people.FindAsync(host.Other.Tenant, id, cancellation) is { } person ? Results.Text(person.Email) : Results.NotFound()).RequireAuthorization(Policies.People);
            endpoints.MapPost("/hole/changed", async (HoleInput input, IPersonStore people, SavePerson save, CancellationToken cancellation) =>
            {
                long version = (await people.FindAsync(host.Other.Tenant, input.Id, cancellation))?.Version ?? 0;
                await save.HandleAsync(Caller.System(host.Other.Tenant), new SavePersonRequest(input.Id, new PersonDetails("Stolen", "stolen@example.com", null, null), version), cancellation);
                return Results.NotFound();
            }).RequireAuthorization(Policies.PeopleEditing);
            endpoints.MapGet("/hole/betrayed", async (Guid id, IPersonStore people, CancellationToken cancellation) =>
                await people.FindAsync(host.Other.Tenant, id, cancellation) is null ? Results.NotFound() : Results.Text("No.", statusCode: 404)).RequireAuthorization(Policies.People);
            endpoints.MapGet("/hole/detour", async (Guid id, IPersonStore people, CancellationToken cancellation) =>
            {
                if (await people.FindAsync(host.Other.Tenant, id, cancellation) is not null)
                {
                    await people.DepartmentsAsync(host.Other.Tenant, cancellation);
                }

                return Results.NotFound();
            }).RequireAuthorization(Policies.People);
            endpoints.MapGet("/hole/open", () => Results.Ok()).RequireAuthorization();
            endpoints.MapPost("/hole/broken/{id:guid}", IResult (Guid id) => throw new InvalidOperationException($"{id}")).RequireAuthorization(Policies.People);
        });
        host = started;
        Door[] doors = [.. (await Doors.OfAsync(host.Services)).Where(d => d.Pattern.StartsWith("/hole", StringComparison.Ordinal))];
        using Visitor nobody = Visitor.Nobody(host);
        using Visitor owner = Visitor.Member(host, Core.Tenants.MemberRoles.Owner);
        using CommandLog commands = new(host.Database);
        WallWalk walk = new(host, commands, doors, [nobody, owner]);

        await walk.RunAsync();

        Assert.Equal(6, doors.Length);
        Assert.Contains(walk.Breaches, b => b.Kind == BreachKind.Told && b.Door.Pattern == "/hole/told/{id:guid}");
        Assert.Contains(walk.Breaches, b => b.Kind == BreachKind.Opened && b.Door.Pattern == "/hole/told/{id:guid}");
        Assert.Contains(walk.Breaches, b => b.Kind == BreachKind.Changed && b.Door.Pattern == "/hole/changed");
        Assert.Contains(walk.Breaches, b => b.Kind == BreachKind.Betrayed && b.Door.Pattern == "/hole/betrayed");
        Assert.Contains(walk.Breaches, b => b.Kind == BreachKind.Detour && b.Door.Pattern == "/hole/detour");
        Assert.Contains(walk.Breaches, b => b.Kind == BreachKind.Broke && b.Door.Pattern == "/hole/broken/{id:guid}");
        Assert.DoesNotContain(walk.Breaches, b => b.Door.Pattern == "/hole/open");
    }

    private static string Table(EndpointHost host, IReadOnlyList<Door> doors, IReadOnlyList<Visitor> visitors, WallWalk walk)
    {
        StringBuilder text = new();
        text.AppendLine("# Authorization matrix").AppendLine();
        text.AppendLine($"Made by `{TableVariable}=<file> dotnet test tests/Headshots.Web.Tests --filter AuthorizationMatrix`.").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"{doors.Count} doors (a method on an address; of pages, each named handler), {doors.Count(d => d.IsGuarded)} of them guarded, {doors.Count(d => d.HasIdInPath)} with an id in the address, {doors.Count(d => d.Fields.Any(f => f.IsId))} that take ids in query or body.");
        text.AppendLine(CultureInfo.InvariantCulture, $"{visitors.Count} visitors, {host.Other.Ids.Count} ids of the other company (one per table and state), {walk.Requests} requests, {walk.Breaches.Count} breaches.");
        text.AppendLine(CultureInfo.InvariantCulture, $"Each try with an id of the other company is made again with one that nobody has: the same answer, and the same commands to the database ({walk.Queries} compared).").AppendLine();
        text.AppendLine("| Visitor | Open doors | Closed doors |").AppendLine("|---|---:|---:|");
        foreach ((string name, (int open, int closed)) in walk.Tally)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {open} | {closed} |");
        }

        return text.ToString();
    }

    private sealed record HoleInput(Guid Id);
}
