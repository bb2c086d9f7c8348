using System.CommandLine;
using Headshots.App.CommandLine;
using Headshots.App.Hosting;

namespace Headshots.App.Serving;

/// <summary><c>headshots serve [--urls URL] [--data DIR] [--roles web,render,clock]</c>, and <c>headshots</c> alone.</summary>
internal sealed class ServeCommand
{
    public const string Name = "serve";

    private readonly Option<string?> _urls = PhotoOptions.Named(new Option<string?>("--urls")
    {
        HelpName = "URL",
        Description = $"Addresses to listen on, separated by semicolons; {HeadshotsHost.UsualUrl} if left out",
    });

    private readonly Option<string?> _data = DataOption.Create();

    private readonly Option<string> _roles = new("--roles")
    {
        HelpName = "LIST",
        Description = "What this process does: web (portal), render (headshots), clock (mail, reminders, deletions)",
        DefaultValueFactory = _ => RoleNames.All,
    };

    private readonly Terminal _terminal;

    private ServeCommand(Terminal terminal)
    {
        _terminal = terminal;
        _roles.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: { } value }] && (RoleNames.Parse(value, out string? unknown) == Roles.None || unknown is not null))
            {
                result.AddError($"--roles does not know \"{unknown}\"; the roles are {RoleNames.All}.");
            }
        });
    }

    public static Command Create(Terminal terminal)
    {
        ServeCommand serve = new(terminal);
        Command command = new(Name, "Run the portal; this is what happens without a command, too") { serve._urls, serve._data, serve._roles };
        command.SetAction(serve.RunAsync);
        return command;
    }

    /// <summary>Without a command: serve as usual.</summary>
    public static void BeUsualOf(RootCommand root, Terminal terminal) =>
        root.SetAction((_, cancellation) => ServeAsync(new ServeRequest(DataFolder.Find(null), Roles.All, null), terminal, cancellation));

    // A method of its own: a command that does not serve must not load what serving needs.
    private static Task<int> ServeAsync(ServeRequest request, Terminal terminal, CancellationToken cancellation) =>
        HeadshotsHost.RunAsync(request, terminal, cancellation);

    private Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        Roles roles = RoleNames.Parse(parsed.GetRequiredValue(_roles), out _);
        return ServeAsync(new ServeRequest(DataFolder.Find(parsed.GetValue(_data)), roles, parsed.GetValue(_urls)), _terminal, cancellation);
    }
}
