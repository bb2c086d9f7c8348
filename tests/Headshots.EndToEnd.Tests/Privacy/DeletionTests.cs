using System.Text;
using Headshots.Core.Audit;
using Headshots.Core.Headshots;
using Headshots.Core.Privacy;
using Headshots.Core.Privacy.Receipts;
using Headshots.Core.Shared;
using Headshots.TestKit.Programs;
using Microsoft.Data.Sqlite;

namespace Headshots.EndToEnd.Tests.Privacy;

/// <summary>
/// Erases somebody whom a running program has invited, rendered and written to, and looks at every byte of the data folder for
/// their name, their address and their photo, in every form and behind every key.
/// </summary>
public sealed class DeletionTests : IDisposable
{
    private const string Name = "Quirin Zächariasson-Øyelaran";
    private const string Email = "quirin.oyelaran@contoso.example";

    /// <summary>Between two pictures of one photo at other sizes; see <see cref="Likeness"/>.</summary>
    private const double Alike = 0.01;

    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);

    private static readonly Dictionary<string, string> _brisk = new(StringComparer.Ordinal) { ["Clock:MailEvery"] = "00:00:01" };

    private readonly string _folder = Directory.CreateTempSubdirectory("headshots-deletion-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Erase_OfAPerson_LeavesNoByteOfThemWithinAMinute()
    {
        await using Workforce company = await Workforce.FoundAsync(_folder);
        DataSearch data = new(_folder, company.Services);
        Sought person = new(Name, "Zächariasson", "Zachariasson-oyelaran", Email, "quirin.oyelaran");
        Sought bystander = new("Bettina Bystander");
        using RunningProgram program = RunningProgram.Start(_folder, settings: _brisk);
        Uri address = await program.ReadyAsync(TimeSpan.FromMinutes(2));
        (Guid id, byte[] photo) = await company.SentAsync(Name, Email, "bjorn");
        (Guid other, byte[] othersPhoto) = await company.SentAsync("Bettina Bystander", "bettina@contoso.example", "amara");
        await company.ApprovedAsync(id);
        await company.ApprovedAsync(other);
        using MemoryStream list = new(Encoding.UTF8.GetBytes($"name;email\n{Name};{Email}\n"));
        await company.WithAsync((IBlobStore blobs) => blobs.PutAsync(company.Tenant, "imports/half-way.csv", list, Cancellation));
        await UntilAsync(async () => (await data.WhereAsync(person)).Any(w => w.StartsWith("mail", StringComparison.Ordinal)), TimeSpan.FromSeconds(30));

        // What is sought can be found, before.
        IReadOnlyList<byte[]> windows = DataSearch.Windows(photo);
        Likeness[] faces = [.. (await PicturesAsync(company, data, id)).Select(p => Likeness.Of(p)!), Likeness.Of(photo)!];
        IReadOnlyList<string> before = await data.WhereAsync(person);
        Assert.Contains(before, w => w.StartsWith("headshots.db", StringComparison.Ordinal));
        Assert.Contains(before, w => w.StartsWith("mail", StringComparison.Ordinal));
        Assert.Contains(before, w => w.StartsWith("imports/half-way.csv, decrypted", StringComparison.Ordinal));
        Assert.InRange(windows.Count, 20, 64);
        Assert.Contains(await data.BlobsAsync(), b => windows.All(w => b.Bytes.AsSpan().IndexOf(w) >= 0));
        Assert.InRange(await ClosestAsync(data, faces), 0, Alike / 10);
        Assert.DoesNotContain(Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Where(f => f.Contains("blobs", StringComparison.Ordinal)), f => windows.Any(w => File.ReadAllBytes(f).AsSpan().IndexOf(w) >= 0));

        long start = TimeProvider.System.GetTimestamp();
        Result<DeletionReceipt> erased = await company.WithAsync((ErasePerson use) => use.HandleAsync(company.Staff, id, forget: true, Cancellation));
        Assert.True(erased.Ok, erased.Problem?.ToString());
        await UntilAsync(async () => (await data.WhereAsync(person)).Count == 0, _minute);
        TimeSpan took = TimeProvider.System.GetElapsedTime(start);
        TestContext.Current.TestOutputHelper?.WriteLine($"gone after {took.TotalSeconds:F1} s");

        await CheckGoneAsync(data, person, windows, faces);
        Assert.NotEmpty(await data.WhereAsync(bystander));
        Assert.Contains(await data.BlobsAsync(), b => b.Bytes.AsSpan().IndexOf(othersPhoto) >= 0);
        using HttpClient browser = new() { BaseAddress = address };
        Assert.True((await browser.GetAsync(new Uri("healthz/ready", UriKind.Relative), Cancellation)).IsSuccessStatusCode);
        Assert.Null((await company.WithAsync((VerifyAudit use) => use.HandleAsync(company.Tenant, [], Cancellation))).Break);

        Assert.Equal(0, await program.TerminateAsync(TimeSpan.FromMinutes(1)));
        await CheckGoneAsync(data, person, windows, faces);
        Assert.DoesNotContain(person.In(Encoding.UTF8.GetBytes(program.Log.ToString())), _ => true);
    }

    private static async Task CheckGoneAsync(DataSearch data, Sought person, IReadOnlyList<byte[]> windows, Likeness[] faces)
    {
        Assert.Empty(await data.WhereAsync(person));
        Assert.All(await data.AllAsync(), f => Assert.DoesNotContain(windows, w => f.Bytes.AsSpan().IndexOf(w) >= 0));
        double closest = await ClosestAsync(data, faces);
        TestContext.Current.TestOutputHelper?.WriteLine($"the picture most alike differs by {closest:F3}");
        Assert.InRange(closest, Alike * 3, 1);
    }

    /// <summary>How alike the picture is that is most like one of these, among all that are left.</summary>
    private static async Task<double> ClosestAsync(DataSearch data, Likeness[] faces) => (await data.BlobsAsync())
        .Select(b => Likeness.Of(b.Bytes)).OfType<Likeness>().SelectMany(picture => faces.Select(picture.DifferenceTo)).DefaultIfEmpty(1).Min();

    private static async Task<IReadOnlyList<byte[]>> PicturesAsync(Workforce company, DataSearch data, Guid person)
    {
        IReadOnlyList<Headshot> headshots = await company.WithAsync((IHeadshotStore s) => s.OfPersonAsync(company.Tenant, person, Cancellation));
        HashSet<string> keys = [.. headshots.SelectMany(h => h.Renditions).Select(r => r.BlobKey)];
        return [.. (await data.BlobsAsync()).Where(b => keys.Contains(b.Key)).Select(b => b.Bytes)];
    }

    private static async Task UntilAsync(Func<Task<bool>> holds, TimeSpan within)
    {
        long start = TimeProvider.System.GetTimestamp();
        while (!await holds())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < within, $"Not within {within}.");
            await Task.Delay(500, Cancellation);
        }
    }
}
