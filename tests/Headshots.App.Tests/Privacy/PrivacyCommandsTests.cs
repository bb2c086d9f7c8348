using Headshots.App.Hosting;
using Headshots.App.Serving;
using Headshots.Core.People;
using Headshots.Core.Privacy;
using Headshots.Core.Privacy.Receipts;
using Headshots.Core.Shared;
using Headshots.Core.Signing;
using Headshots.Core.Tenants;
using Headshots.Persistence;
using Headshots.Workers.Mail;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Headshots.App.Tests.Privacy;

/// <summary>What somebody who checks on us types.</summary>
public sealed class PrivacyCommandsTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private DeletionReceipt _receipt = null!;
    private string _keys = string.Empty;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _folder.Write("headshots.json", """{"Keys":{"BesideData":true}}""");
        DataFolder data = new(_folder.Path);
        data.Create();
        ServiceCollection services = new();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(Settings.Of(data));
        Composition.AddBusiness(services, data);
        services.AddMail(mail => mail.PickupFolder = data.Mail);
        await using ServiceProvider provider = services.BuildServiceProvider();
        await provider.GetRequiredService<HeadshotsDatabase>().MigrateAsync(Stop);
        await using AsyncServiceScope scope = provider.CreateAsyncScope();
        TenantId tenant = (await scope.ServiceProvider.GetRequiredService<CreateTenant>().HandleAsync(new CreateTenantRequest("Contoso", "O", "o@example.com", null), Stop)).Value;
        Caller caller = Caller.System(tenant);
        Guid person = (await scope.ServiceProvider.GetRequiredService<SavePerson>().HandleAsync(caller, new SavePersonRequest(null, new PersonDetails("Anna", "anna@example.com", null, null)), Stop)).Value;
        _receipt = (await scope.ServiceProvider.GetRequiredService<ErasePerson>().HandleAsync(caller, person, forget: true, Stop)).Value;
        _keys = provider.GetRequiredService<ISigningKey>().Public.WriteSet();
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task ReceiptVerify_OfAGenuineOne_SaysSo()
    {
        string file = Write("receipt.json", _receipt.Document), keys = Write("published.json", _keys);

        CommandRun own = await CommandRun.Of("receipt", "verify", file, "--data", _folder.Path);
        CommandRun published = await CommandRun.Of("receipt", "verify", file, "--keys", keys);

        Assert.Equal((0, string.Empty), (own.ExitCode, own.Error));
        Assert.StartsWith("Genuine. Contoso deleted everything about the person", own.Out, StringComparison.Ordinal);
        Assert.Equal(own.Out, published.Out);
    }

    [Fact]
    public async Task ReceiptVerify_OfAForgedOne_SaysSo()
    {
        string forged = Write("receipt.json", _receipt.Document.Replace("Contoso", "Fabrikam", StringComparison.Ordinal)), none = Write("other.json", "{}");

        Assert.Equal(1, (await CommandRun.Of("receipt", "verify", forged, "--data", _folder.Path)).ExitCode);
        Assert.Equal(1, (await CommandRun.Of("receipt", "verify", none, "--data", _folder.Path)).ExitCode);
        Assert.Equal(2, (await CommandRun.Of("receipt", "verify", Path.Combine(_folder.Path, "missing.json"), "--data", _folder.Path)).ExitCode);
        Assert.Equal(2, (await CommandRun.Of("receipt", "verify", forged, "--keys", none)).ExitCode);
    }

    [Fact]
    public async Task AuditVerify_OfAWholeTrail_PrintsAnAnchorThatLaterFindsWhatWasCutOff()
    {
        CommandRun whole = await CommandRun.Of("audit", "verify", "--data", _folder.Path);
        string anchors = Write("anchors.txt", whole.Out);
        CommandRun anchored = await CommandRun.Of("audit", "verify", "--data", _folder.Path, "--anchors", anchors);
        await using (SqliteConnection connection = new($"Data Source={Path.Combine(_folder.Path, "headshots.db")}"))
        {
            await connection.OpenAsync(Stop);
            await using SqliteCommand command = connection.CreateCommand();
            command.CommandText =
                """
                DROP TRIGGER "AuditEntries_WrittenOnce_Delete";
                DELETE FROM "AuditEntries" WHERE "Action" = 'person.erased';
                UPDATE "AuditHeads" SET "Sequence" = 2, "Seal" = (SELECT "Seal" FROM "AuditEntries" WHERE "Sequence" = 2);
                """;
            await command.ExecuteNonQueryAsync(Stop);
        }

        CommandRun cut = await CommandRun.Of("audit", "verify", "--data", _folder.Path, "--anchors", anchors);

        Assert.Equal((0, string.Empty), (whole.ExitCode, whole.Error));
        Assert.Contains("whole, 3 entries", whole.Out, StringComparison.Ordinal);
        Assert.Contains("1 anchors hold", anchored.Out, StringComparison.Ordinal);
        Assert.Equal(1, cut.ExitCode);
        Assert.Contains("BROKEN at entry", cut.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task KeysNew_Twice_PrintsTwoLinesForAFile()
    {
        CommandRun one = await CommandRun.Of("keys", "new", "--id", "spring"), two = await CommandRun.Of("keys", "new");

        Assert.StartsWith("spring ", one.Out, StringComparison.Ordinal);
        Assert.Equal(2, Headshots.App.Keys.MasterKeyLines.Parse(one.Out + two.Out, "here").Count);
        Assert.Equal(2, (await CommandRun.Of("keys", "new", "--id", "not an id")).ExitCode);
    }

    private string Write(string name, string content)
    {
        string path = Path.Combine(_folder.Path, name);
        File.WriteAllText(path, content);
        return path;
    }
}
