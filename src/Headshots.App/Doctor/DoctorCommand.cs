using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Headshots.App.CommandLine;
using Headshots.App.Hosting;
using Spectre.Console;

namespace Headshots.App.Doctor;

/// <summary><c>headshots doctor [--data DIR] [--json]</c></summary>
internal static class DoctorCommand
{
    public static Command Create(Terminal terminal)
    {
        Option<bool> json = PhotoOptions.Json();
        Option<string?> data = DataOption.Create();
        Command command = new("doctor", "Check that everything is in place, and render a drawn sitter to prove it") { data, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            IReadOnlyList<Finding> findings = [.. Checks.Run(), .. await PortalChecks.RunAsync(DataFolder.Find(parsed.GetValue(data)), cancellation)];
            if (parsed.GetValue(json))
            {
                terminal.Out.WriteLine(JsonSerializer.Serialize(findings, DoctorJson.Default.IReadOnlyListFinding));
            }
            else
            {
                Write(terminal, findings);
            }

            return findings.All(f => f.Healthy) ? ExitCode.Success : ExitCode.Fault;
        });
        return command;
    }

    private static void Write(Terminal terminal, IReadOnlyList<Finding> findings)
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumns("", "what", "found");
        foreach (Finding finding in findings)
        {
            string found = finding.Advice is null ? finding.Detail : $"{finding.Detail}\n{finding.Advice}";
            Text mark = finding.Healthy ? new Text("ok", new Style(Color.Green)) : new Text("wrong", new Style(Color.Red));
            table.AddRow(mark, new Text(finding.Subject), new Text(found));
        }

        terminal.Tables.Write(table);
        int wrong = findings.Count(f => !f.Healthy);
        terminal.Out.WriteLine(wrong == 0 ? "All is well." : $"{wrong} of {findings.Count} need attention.");
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<Finding>))]
internal sealed partial class DoctorJson : JsonSerializerContext;
