namespace Headshots.App.Serving;

/// <summary>The parts that one program can play.</summary>
[Flags]
internal enum Roles
{
    None = 0,

    /// <summary>Portal, employee pages, API.</summary>
    Web = 1,

    /// <summary>Turns selfies into headshots.</summary>
    Render = 2,

    /// <summary>Mails, reminders, deletions.</summary>
    Clock = 4,

    All = Web | Render | Clock,
}

internal static class RoleNames
{
    public const string All = "web,render,clock";

    /// <summary>Reads a list such as <c>web,clock</c>.</summary>
    /// <param name="text">Names, separated by commas.</param>
    /// <param name="unknown">The first name that is no role; null when all are.</param>
    public static Roles Parse(string text, out string? unknown)
    {
        Roles roles = Roles.None;
        unknown = null;
        foreach (string name in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            Roles role = name switch
            {
                "web" => Roles.Web,
                "render" => Roles.Render,
                "clock" => Roles.Clock,
                _ => Roles.None,
            };
            unknown ??= role == Roles.None ? name : null;
            roles |= role;
        }

        return roles;
    }

    public static string Of(Roles roles) => string.Join(", ", All.Split(',').Where(name => roles.HasFlag(Parse(name, out _))));
}
