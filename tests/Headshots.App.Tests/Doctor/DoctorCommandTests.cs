using System.Text.Json;
using Headshots.App.Doctor;

namespace Headshots.App.Tests.Doctor;

public sealed class DoctorCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Doctor_OnABuiltProgram_FindsAllWell()
    {
        CommandRun run = await CommandRun.Of("doctor", "--data", Data());

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Contains("All is well.", run.Out, StringComparison.Ordinal);
        Assert.Contains("libvips", run.Out, StringComparison.Ordinal);
        Assert.Contains("package set", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_Json_PrintsAnArrayOfFindings()
    {
        CommandRun run = await CommandRun.Of("doctor", "--data", Data(), "--json");

        using JsonDocument findings = JsonDocument.Parse(run.Out);
        Assert.All(findings.RootElement.EnumerateArray(), f => Assert.True(f.GetProperty("healthy").GetBoolean()));
    }

    [Fact]
    public void ModelCheck_MissingAndDamagedFiles_SaysWhatToDo()
    {
        string damaged = ModelCheck.Published.Keys.First();
        _folder.Write($"models/{damaged}", "not a network");

        List<Finding> findings = [.. ModelCheck.Run(_folder.Path)];

        Assert.All(findings, f => Assert.False(f.Healthy || string.IsNullOrEmpty(f.Advice)));
        Assert.Contains("not the published file", findings.Single(f => f.Subject == damaged).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Finding_OfALookThatThrows_IsUnhealthyWithTheAdvice()
    {
        Finding finding = Finding.Of("codecs", "Build again.", () => throw new DllNotFoundException("no libvips"));

        Assert.Equal(("codecs", "DllNotFoundException: no libvips", "Build again."), (finding.Subject, finding.Detail, finding.Advice));
    }

    [Fact]
    public async Task Doctor_WithoutAMasterKey_SaysHowToMakeOne()
    {
        CommandRun run = await CommandRun.Of("doctor", "--data", _folder.Path, "--json");

        using JsonDocument findings = JsonDocument.Parse(run.Out);
        JsonElement keys = findings.RootElement.EnumerateArray().Single(f => f.GetProperty("subject").GetString() == "keys");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("headshots keys new", keys.GetProperty("advice").GetString(), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>A folder that may keep its own master key.</summary>
    private string Data()
    {
        _folder.Write("headshots.json", """{"Keys":{"BesideData":true}}""");
        return _folder.Path;
    }
}
