using System.Diagnostics;
using System.Text;
using Headshots.App.CommandLine;

namespace Headshots.EndToEnd.Tests;

/// <summary>The program as an administrator starts it: a process of its own that serves a data folder.</summary>
internal sealed class RunningProgram : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _said = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningProgram(string data, IEnumerable<string> more)
    {
        ProcessStartInfo start = new("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in new[] { typeof(HeadshotsProgram).Assembly.Location, "serve", "--data", data, "--urls", "http://127.0.0.1:0" }.Concat(more))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException($"The program ended: {Said}"));
    }

    /// <summary>All that it wrote.</summary>
    public string Said
    {
        get
        {
            lock (_said)
            {
                return _said.ToString();
            }
        }
    }

    public static RunningProgram Start(string data, params string[] more)
    {
        RunningProgram program = new(data, more);
        program._process.Start();
        program._process.BeginOutputReadLine();
        program._process.BeginErrorReadLine();
        return program;
    }

    /// <summary>Waits until it says where it is.</summary>
    public Task<Uri> AddressAsync(TimeSpan within) => _address.Task.WaitAsync(within, TestContext.Current.CancellationToken);

    /// <summary>What <c>kill -9</c> does: no handler runs, nothing is flushed.</summary>
    public void KillAtOnce()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>What a service manager does first.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> TerminateAsync(TimeSpan within)
    {
        using Process kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(within, TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
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

        lock (_said)
        {
            _said.AppendLine(line);
        }

        string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is ["Portal", { } address, ..])
        {
            _address.TrySetResult(new Uri(address));
        }
    }
}
