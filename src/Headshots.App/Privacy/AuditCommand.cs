using System.CommandLine;
using Headshots.App.CommandLine;
using Headshots.App.Hosting;

namespace Headshots.App.Privacy;

/// <summary><c>headshots audit verify [--tenant ID] [--anchors FILE] [--data DIR]</c></summary>
internal static class AuditCommand
{
    public static Command Create(Terminal terminal)
    {
        Option<Guid?> tenant = new("--tenant") { HelpName = "ID", Description = "Only this company's trail; all of them if left out" };
        Option<FileInfo?> anchors = new("--anchors") { HelpName = "FILE", Description = "Anchors that were kept: the output of an earlier run, or the program's log" };
        Option<string?> data = DataOption.Create();
        Command verify = new("verify", "Walk the audit trail, name the first entry that is not as it was written, and print where it ends, signed") { tenant, anchors, data };
        verify.SetAction((parsed, cancellation) => PrivacyCommands.VerifyAuditAsync(
            DataFolder.Find(parsed.GetValue(data)), parsed.GetValue(tenant), parsed.GetValue(anchors), terminal, cancellation));
        return new Command("audit", "The trail of who did what") { verify };
    }
}
