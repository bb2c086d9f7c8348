using System.Net;
using Headshots.Core.Tenants;

namespace Headshots.Web.Tests.Endpoints;

/// <summary>Which wall gave way.</summary>
internal enum BreachKind
{
    /// <summary>A policy says no, the door opened; or the other way round.</summary>
    Policy,

    /// <summary>An id of the other company in the address was answered with something else than 401, 403 or 404; 410 and 405 are what an address answers to every id.</summary>
    Opened,

    /// <summary>An answer holds something of the other company.</summary>
    Told,

    /// <summary>"Not yours" and "does not exist" sound different.</summary>
    Betrayed,

    /// <summary>"Not yours" and "does not exist" ask the database differently, so that one could take longer than the other.</summary>
    Detour,

    /// <summary>Something of the other company was changed.</summary>
    Changed,

    /// <summary>The program broke.</summary>
    Broke,
}

internal sealed record Breach(BreachKind Kind, Door Door, string Visitor, string What)
{
    public override string ToString() => $"{Kind}: {Door} as {Visitor}: {What}";
}

/// <summary>Tries every door as everybody with the other company's ids, and notes what should not be.</summary>
internal sealed class WallWalk(EndpointHost host, CommandLog commands, IReadOnlyList<Door> doors, IReadOnlyList<Visitor> visitors)
{
    /// <summary>A text of no meaning, so that nothing of the other company that comes back can be an echo.</summary>
    private const string Neutral = "ada@neutral.example";

    private readonly Asking _asking = new(host);
    private readonly List<Breach> _breaches = [];
    private int _turn;

    public IReadOnlyList<Breach> Breaches => _breaches;

    public int Requests { get; private set; }

    /// <summary>Commands that were compared.</summary>
    public int Queries { get; private set; }

    /// <summary>Doors by visitors: how many stand open and how many closed.</summary>
    public Dictionary<string, (int Open, int Closed)> Tally { get; } = new(StringComparer.Ordinal);

    public async Task RunAsync()
    {
        TenantRows theirs = new(host, host.Other.Tenant);
        string before = await theirs.DumpAsync();

        // A key that was never used is noted as used, once a minute.
        foreach (Visitor visitor in visitors)
        {
            (await visitor.Client.GetAsync("/api/v1/me")).Dispose();
        }

        foreach (Door door in doors)
        {
            foreach (Visitor visitor in visitors)
            {
                if (await PolicyAsync(door, visitor))
                {
                    await WallAsync(door, visitor);
                }
            }

            // Some doors end the visitor's own session, as they should.
            await host.ReopenSessionsAsync();
            string after = await theirs.DumpAsync();
            if (after != before)
            {
                _breaches.Add(new Breach(BreachKind.Changed, door, "somebody", Difference(before, after)));
                before = after;
            }
        }
    }

    /// <summary>With ids of the other company, so that nothing of ours changes; whether the door is worth more tries.</summary>
    private async Task<bool> PolicyAsync(Door door, Visitor visitor)
    {
        if (!door.IsGuarded)
        {
            return true;
        }

        Guid id = Turn();
        Answer answer = await AskAsync(door, visitor, id, id, Neutral);
        bool may = visitor.May(door);
        (int open, int closed) = Tally.GetValueOrDefault(visitor.Name);
        Tally[visitor.Name] = may ? (open + 1, closed) : (open, closed + 1);
        if (answer.IsRefusal == may)
        {
            Note(BreachKind.Policy, door, visitor, $"{(int)answer.Status}, though the policy says {(may ? "yes" : "no")}");
        }

        return may;
    }

    private async Task WallAsync(Door door, Visitor visitor)
    {
        // An owner may do most: all ids are tried as one. Others take turns, since it is the same handler that they reach; where
        // nobody is asked who they are, two stand for all.
        if (!door.IsGuarded && visitor.Role is not (null or MemberRoles.Owner) || !door.IsApi && visitor.Scope is not null)
        {
            return;
        }

        IEnumerable<Guid> ids = visitor.Role is MemberRoles.Owner ? host.Other.Ids.Values : [Turn(), Turn()];
        foreach (Guid id in ids)
        {
            if (door.HasIdInPath && !door.IsEmployees)
            {
                Answer answer = await CompareAsync(door, visitor, id, inPath: true, Neutral);
                if (door.IsGuarded && answer.Status is not (HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.MethodNotAllowed) && !answer.IsRefusal)
                {
                    Note(BreachKind.Opened, door, visitor, $"an id of the other company in the address was answered with {(int)answer.Status}");
                }
            }

            if (door.Fields.Any(f => f.IsId) || door.HasIdInPath && door.IsEmployees)
            {
                await CompareAsync(door, visitor, id, inPath: door.IsEmployees, id.ToString());
            }
            else if (door.Fields.Any(f => f.Single == typeof(string)))
            {
                await CompareAsync(door, visitor, id, inPath: false, id.ToString());
            }
        }

        foreach (string text in door.Fields.Any(f => f.Single == typeof(string)) ? [host.Other.Name, host.Other.Mail] : Array.Empty<string>())
        {
            await AskAsync(door, visitor, door.HasIdInPath ? Turn() : null, Guid.CreateVersion7(host.Time.GetUtcNow()), text);
        }
    }

    /// <summary>The same twice: with an id of the other company and with one that nobody has.</summary>
    private async Task<Answer> CompareAsync(Door door, Visitor visitor, Guid id, bool inPath, string text)
    {
        Guid nobodys = Guid.CreateVersion7(host.Time.GetUtcNow());
        commands.Take();
        Answer theirs = await AskAsync(door, visitor, inPath ? id : null, id, text);
        IReadOnlyList<string> askedTheirs = commands.Take();
        Answer none = await AskAsync(door, visitor, inPath ? nobodys : null, nobodys, text.Replace(id.ToString(), nobodys.ToString(), StringComparison.Ordinal));
        IReadOnlyList<string> askedNone = commands.Take();
        Queries += askedTheirs.Count;

        // What takes no id did its work with our own things the first time, and may have nothing left to do the second.
        if ((inPath || door.Fields.Any(f => f.IsId)) && !askedTheirs.SequenceEqual(askedNone))
        {
            Note(BreachKind.Detour, door, visitor, $"{askedTheirs.Count} commands to the database against {askedNone.Count} for an id that nobody has: {Difference(string.Join(';', askedNone), string.Join(';', askedTheirs))}");
        }

        if (theirs.Shape(id) != none.Shape(nobodys))
        {
            Note(BreachKind.Betrayed, door, visitor, Difference(none.Shape(nobodys), theirs.Shape(id)));
        }

        return theirs;
    }

    private async Task<Answer> AskAsync(Door door, Visitor visitor, Guid? inPath, Guid elsewhere, string text)
    {
        Requests++;
        Answer answer = await Answer.OfAsync(visitor.Client, _asking.Of(door, inPath, elsewhere, text));
        if ((int)answer.Status >= 500)
        {
            Note(BreachKind.Broke, door, visitor, $"{(int)answer.Status} {host.Faults.LastOrDefault()?.Split('\n')[0]}");
        }

        string sent = $"{inPath} {elsewhere} {text}";
        string[] marks = [Firm.NameMark, Firm.MailMark, .. host.Other.Ids.Values.SelectMany(i => new[] { i.ToString(), i.ToString("N") })];
        string? told = marks.FirstOrDefault(m => !sent.Replace("-", string.Empty, StringComparison.Ordinal).Contains(m.Replace("-", string.Empty, StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)
            && $"{answer.Headers}\n{answer.Text}".Contains(m, StringComparison.OrdinalIgnoreCase));
        if (told is not null)
        {
            Note(BreachKind.Told, door, visitor, $"the answer {(int)answer.Status} holds {told}");
        }

        return answer;
    }

    private void Note(BreachKind kind, Door door, Visitor visitor, string what)
    {
        if (!_breaches.Exists(b => b.Kind == kind && b.Door == door && b.Visitor == visitor.Name))
        {
            _breaches.Add(new Breach(kind, door, visitor.Name, what));
        }
    }

    private Guid Turn() => host.Other.Ids.Values.ElementAt(_turn++ % host.Other.Ids.Count);

    private static string Difference(string expected, string actual)
    {
        int at = expected.Zip(actual).TakeWhile(p => p.First == p.Second).Count();
        int from = Math.Max(0, at - 60);
        return $"…{expected[from..Math.Min(expected.Length, at + 80)]}… against …{actual[from..Math.Min(actual.Length, at + 80)]}…";
    }
}
