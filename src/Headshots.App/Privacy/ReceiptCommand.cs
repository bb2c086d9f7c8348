using System.CommandLine;
using Headshots.App.CommandLine;
using Headshots.App.Hosting;

namespace Headshots.App.Privacy;

/// <summary><c>headshots receipt verify FILE [--keys FILE] [--data DIR]</c></summary>
internal static class ReceiptCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<FileInfo> file = new("FILE") { Description = "The receipt, as it was downloaded or mailed" };
        Option<FileInfo?> keys = new("--keys") { HelpName = "FILE", Description = "Public keys as the portal publishes them under /.well-known/headshots-keys.json; those of the data folder if left out" };
        Option<string?> data = DataOption.Create();
        Command verify = new("verify", "Say whether a receipt of deletion is what an installation signed") { file, keys, data };
        verify.SetAction((parsed, cancellation) => PrivacyCommands.VerifyReceiptAsync(
            DataFolder.Find(parsed.GetValue(data)), parsed.GetRequiredValue(file), parsed.GetValue(keys), terminal, cancellation));
        return new Command("receipt", "Receipts of deletion") { verify };
    }
}
