namespace Headshots.App.Serving;

/// <summary>What the running program says on the console: one line each, and of frameworks only what is wrong.</summary>
internal static class Logs
{
    public static void Configure(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "HH:mm:ss ";
        });
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Error);
        logging.AddFilter("MassTransit", LogLevel.Warning);
        logging.AddFilter("System", LogLevel.Warning);

        // Keys of cookies lie in files of the program's own account, and it says so every time as if they did not.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
    }
}
