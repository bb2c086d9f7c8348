using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Headshots.TestKit.Programs;

/// <summary>The program as an administrator starts it: a process of its own that serves a data folder on a free port.</summary>
public sealed partial class RunningProgram : IDisposable
{
    private readonly Process _process;
    private readonly ProgramLog _log = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningProgram(string data, bool development, IReadOnlyDictionary<string, string>? settings)
    {
        DataFolder = data;
        ProcessStartInfo start = new("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in new[] { Path.Combine(Folder(), "headshots.dll"), "serve", "--data", data, "--urls", "http://127.0.0.1:0" })
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = development ? "Development" : "Production";
        if (settings?.Keys.Any(name => name.StartsWith("Keys:", StringComparison.Ordinal)) != true)
        {
            start.Environment["HEADSHOTS_Keys__BesideData"] = "true";
        }

        foreach ((string name, string value) in settings ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            start.Environment[$"HEADSHOTS_{name.Replace(":", "__", StringComparison.Ordinal)}"] = value;
        }

        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException($"The program ended:\n{_log}"));
    }

    public string DataFolder { get; }

    public string MailFolder => Path.Combine(DataFolder, "mail");

    /// <summary>All that it wrote.</summary>
    public ProgramLog Log => _log;

    public int ProcessId => _process.Id;

    /// <summary>Starts it.</summary>
    /// <param name="data">The folder that it serves.</param>
    /// <param name="development">As on a developer's machine: with a sample company, and signing in as its people.</param>
    /// <param name="settings">As in its settings file: <c>Clock:MailEvery</c> and so on. Without any <c>Keys:</c>, the master key lies in the folder.</param>
    public static RunningProgram Start(string data, bool development = false, IReadOnlyDictionary<string, string>? settings = null)
    {
        RunningProgram program = new(data, development, settings);
        program._process.Start();
        program._process.BeginOutputReadLine();
        program._process.BeginErrorReadLine();
        return program;
    }

    /// <summary>Where the program was built to, in the configuration that the tests were built in.</summary>
    /// <exception cref="FileNotFoundException">It was not built.</exception>
    public static string Folder()
    {
        string configuration = typeof(RunningProgram).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        string folder = Path.Combine(Repository.Root, "src", "Headshots.App", "bin", configuration, "net10.0");
        return File.Exists(Path.Combine(folder, "headshots.dll"))
            ? folder
            : throw new FileNotFoundException($"The program is not built: dotnet build src/Headshots.App -c {configuration}");
    }

    /// <summary>Waits until it says where it is; ends with a slash.</summary>
    public Task<Uri> AddressAsync(TimeSpan within) => _address.Task.WaitAsync(within);

    /// <summary>Waits until it can answer requests.</summary>
    /// <returns>Where.</returns>
    /// <exception cref="TimeoutException">It is not.</exception>
    public async Task<Uri> ReadyAsync(TimeSpan within)
    {
        long start = Stopwatch.GetTimestamp();
        Uri address = await AddressAsync(within);
        using HttpClient client = new() { BaseAddress = address };
        while (!await IsReadyAsync(client))
        {
            if (Stopwatch.GetElapsedTime(start) > within)
            {
                throw new TimeoutException($"The program listens and is not ready:\n{_log}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }

        return address;
    }

    /// <summary>What <c>kill -9</c> does: no handler runs, nothing is flushed.</summary>
    public void KillAtOnce()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>What a service manager does first.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="TimeoutException">It goes on.</exception>
    public async Task<int> TerminateAsync(TimeSpan within)
    {
        using Process kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
        await _process.WaitForExitAsync().WaitAsync(within);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            KillAtOnce();
        }

        // Nobody may be waiting for an address that will not come.
        _ = _address.Task.Exception;
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        _log.Add(line);
        if (PortalLine().Match(line) is { Success: true } portal)
        {
            _address.TrySetResult(new Uri(portal.Groups["address"].Value));
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            using HttpResponseMessage answer = await client.GetAsync(new Uri("healthz/ready", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^\s*Portal\s+(?<address>http\S+)$", RegexOptions.NonBacktracking)]
    private static partial Regex PortalLine();
}
