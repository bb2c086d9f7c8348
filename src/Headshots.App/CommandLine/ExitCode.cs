namespace Headshots.App.CommandLine;

/// <summary>What the program tells the shell.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>Something that should not happen; the message says what.</summary>
    public const int Fault = 1;

    /// <summary>The command, a kit or an output folder is not usable as given; nothing was done.</summary>
    public const int Usage = 2;

    /// <summary>At least one photo was refused.</summary>
    public const int Refused = 3;

    /// <summary>At least one file could not be read. Wins over <see cref="Refused"/>.</summary>
    public const int Unreadable = 4;

    /// <summary>Stopped by the user: 128 + SIGINT, as shells have it.</summary>
    public const int Cancelled = 130;
}
