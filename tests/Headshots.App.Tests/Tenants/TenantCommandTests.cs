namespace Headshots.App.Tests.Tenants;

public sealed class TenantCommandTests : IDisposable
{
    private const string Directory = "11111111-2222-4333-8444-555555555555";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Tenant_ThroughItsLife_IsListedAsWhatItIs()
    {
        CommandRun created = await RunAsync("create", "--name", "Contoso", "--owner-email", "olga@contoso.example", "--entra-tenant", Directory);
        Assert.Equal(0, created.ExitCode);
        Assert.Contains("role Owner", created.Error, StringComparison.Ordinal);
        string id = created.Out.Split('\t')[0];

        Assert.Contains($"{id}\topen\tContoso\tentra:{Directory}", (await RunAsync("list")).Out, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("suspend", id)).ExitCode);
        Assert.Contains("\tsuspended\t", (await RunAsync("list")).Out, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("resume", id)).ExitCode);

        CommandRun unsure = await RunAsync("delete", id);
        Assert.Equal(2, unsure.ExitCode);
        Assert.Contains("--yes", unsure.Error, StringComparison.Ordinal);
        Assert.Contains("will be deleted on", (await RunAsync("delete", id, "--yes")).Out, StringComparison.Ordinal);
        Assert.Contains("\tdeleted on ", (await RunAsync("list")).Out, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("keep", id)).ExitCode);
        Assert.Contains("\topen\t", (await RunAsync("list")).Out, StringComparison.Ordinal);

        Assert.Equal(0, (await RunAsync("delete", id, "--yes", "--now")).ExitCode);
        Assert.Empty((await RunAsync("list")).Out);
        Assert.Equal(2, (await RunAsync("suspend", id)).ExitCode);
    }

    [Theory]
    [InlineData("--entra-tenant", "contoso.com")]
    [InlineData("--issuer", "contoso.com")]
    [InlineData("--owner-id", "abc")]
    public async Task Create_WithAPlaceThatIsNone_SaysSo(string option, string value)
    {
        CommandRun run = await RunAsync("create", "--name", "Contoso", "--owner-email", "olga@contoso.example", option, value);

        Assert.Equal(2, run.ExitCode);
        Assert.NotEmpty(run.Error);
    }

    [Fact]
    public async Task Create_ForACompanyThatIsThere_SaysSo()
    {
        string[] create = ["create", "--name", "Contoso", "--owner-email", "olga@contoso.example", "--entra-tenant", Directory, "--owner-id", "c0000000-0000-4000-8000-000000000001"];
        Assert.Equal(0, (await RunAsync(create)).ExitCode);

        CommandRun again = await RunAsync(create);

        Assert.Equal(2, again.ExitCode);
        Assert.Contains("already", again.Error, StringComparison.Ordinal);
    }

    private Task<CommandRun> RunAsync(params string[] arguments) => CommandRun.Of(["tenant", .. arguments, "--data", _folder.Path]);
}
