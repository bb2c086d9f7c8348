namespace Headshots.App.Tests.Serving;

public sealed class SettingsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("""{"Render":{"Concurrency":0}}""", "Concurrency")]
    [InlineData("""{"Mail":{"Port":99999}}""", "Mail:Port")]
    [InlineData("""{"Mail":{"Host":"smtp.example.com","Tls":"None","User":"u","Password":"p"}}""", "unencrypted")]
    [InlineData("""{"Web":{"Proxies":["not an address"]}}""", "Proxies")]
    [InlineData("""{"Bus":{"Transport":"pigeons"}}""", "Transport")]
    [InlineData("""{"SignIn":{"Kind":"Development"}}""", "asks for no password and is for a developer's machine")]
    [InlineData("""{"SignIn":{"Kind":"Entra"}}""", "SignIn:ClientId is missing")]
    [InlineData("""{"SignIn":{"Kind":"Entra","ClientId":"x"}}""", "nothing to prove itself")]
    [InlineData("""{"SignIn":{"Kind":"OpenIdConnect","ClientId":"x","ClientSecret":"y","Authority":"http://login.example.com"}}""", "begins with https://")]
    [InlineData("""{"Session":{"Idle":"00:00:01"}}""", "Session:")]
    public async Task Serve_WrongSetting_Exits2AndNamesIt(string settings, string named)
    {
        _folder.Write("headshots.json", settings.Insert(1, "\"Keys\":{\"BesideData\":true},"));

        CommandRun run = await CommandRun.Of("serve", "--data", _folder.Path, "--urls", "http://127.0.0.1:0");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(named, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_SeveralWrongGroups_NamesEach()
    {
        _folder.Write("headshots.json", """{"Render":{"Concurrency":0},"Mail":{"Port":0},"Web":{"MaxRequestMegabytes":0},"Bus":{"Transport":"pigeons"},"Clock":{"MailEvery":"00:00:00"}}""");

        CommandRun run = await CommandRun.Of("serve", "--data", _folder.Path, "--urls", "http://127.0.0.1:0");

        Assert.Equal(2, run.ExitCode);
        Assert.All(["Concurrency", "Mail:Port", "MaxRequestMegabytes", "Transport", "Clock"], named => Assert.Contains(named, run.Error, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_InProductionWithoutAMasterKey_RefusesToStart()
    {
        CommandRun run = await CommandRun.Of("serve", "--data", _folder.Path, "--urls", "http://127.0.0.1:0");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("No master key is configured", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder.Path, "headshots.db")));
    }
}
