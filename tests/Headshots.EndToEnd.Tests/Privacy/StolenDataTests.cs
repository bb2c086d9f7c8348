using Headshots.App.Hosting;
using Headshots.App.Keys;
using Headshots.Core.Audit;
using Headshots.Core.Invitations;
using Headshots.Core.Privacy.Keys;
using Headshots.Core.Shared;
using Headshots.Core.Signing;
using Headshots.EndToEnd.Tests.Portal;
using Headshots.Imaging;
using Headshots.TestKit.Programs;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Headshots.EndToEnd.Tests.Privacy;

/// <summary>Somebody takes the whole data folder but not the master key, which lies elsewhere.</summary>
public sealed class StolenDataTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("headshots-owned-").FullName;
    private readonly string _stolen = Directory.CreateTempSubdirectory("headshots-stolen-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        Directory.Delete(_stolen, recursive: true);
    }

    [Fact]
    public async Task DataFolder_WithoutTheMasterKey_IsOfNoUse()
    {
        await using Workforce company = await Workforce.FoundAsync(_folder);
        using RunningProgram program = RunningProgram.Start(_folder);
        Uri address = await program.ReadyAsync(TimeSpan.FromMinutes(2));
        using (HttpClient browser = new() { BaseAddress = address })
        {
            // Keys of cookies are made when the first form is shown.
            _ = await browser.GetAsync(new Uri("signin", UriKind.Relative), Cancellation);
        }

        (Guid person, byte[] photo) = await company.SentAsync("Anna Abel", "anna@contoso.example", "bjorn");
        await company.ApprovedAsync(person);
        Assert.Equal(0, await program.TerminateAsync(TimeSpan.FromMinutes(1)));
        Steal();

        // With the key, all of it opens: what follows fails for want of the key alone.
        byte[][] secrets = await SecretsAsync(company, person);
        Assert.All(secrets, s => Assert.InRange(s.Length, 16, 10_000));
        Assert.NotEmpty(new KeyRing(new DataFolder(_folder), company.Services.GetRequiredService<SealedFiles>()).GetAllElements());

        await using ServiceProvider thief = DataFolderServices.Open(_stolen);
        Assert.Throws<InvalidDataException>(() => thief.GetRequiredService<ILinkKey>().Bytes);
        Assert.Throws<InvalidDataException>(() => thief.GetRequiredService<IAuditKey>().Bytes);
        Assert.Throws<InvalidDataException>(() => thief.GetRequiredService<ISigningKey>().Public);
        KeyRing cookies = new(new DataFolder(_stolen), thief.GetRequiredService<SealedFiles>());
        Assert.Throws<InvalidDataException>(() => cookies.GetAllElements());
        Assert.True(Directory.EnumerateFiles(Path.Combine(_stolen, "keys", "cookies")).Any());
        await AssertNoPhotoOpensAsync(thief, company.Tenant);
        AssertNothingLiesOpen(secrets, photo);
    }

    /// <summary>The token of a link, the keys of links, seals and signatures, the keys of cookies, the tenant's key, the master key.</summary>
    private async Task<byte[][]> SecretsAsync(Workforce company, Guid person)
    {
        SealedFiles files = company.Services.GetRequiredService<SealedFiles>();
        TenantKey tenant = (await company.Services.GetRequiredService<ITenantKeys>().FindAsync(company.Tenant, Cancellation))!;
        string cookie = Directory.EnumerateFiles(Path.Combine(_folder, "keys", "cookies")).First();
        string master = (await File.ReadAllTextAsync(Path.Combine(_folder, "keys", "master.key"), Cancellation)).Trim().Split(' ')[1];
        return
        [
            System.Text.Encoding.ASCII.GetBytes(await company.TokenAsync(person)),
            files.Read(FileLinkKey.Name), files.Read("audit"), files.Read(FileSigningKey.Name),
            files.Read($"cookies/{Path.GetFileNameWithoutExtension(cookie)}"),
            tenant.Secret.ToArray(),
            Convert.FromBase64String(master),
        ];
    }

    private void Steal()
    {
        SqliteConnection.ClearAllPools();
        foreach (string file in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories))
        {
            string name = Path.GetRelativePath(_folder, file);

            // Mails in the folder are what a mail server would have: their links are in the mailboxes of their people.
            if (!name.EndsWith("master.key", StringComparison.Ordinal) && !name.StartsWith("mail", StringComparison.Ordinal))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_stolen, name))!);
                File.Copy(file, Path.Combine(_stolen, name));
            }
        }
    }

    private async Task AssertNoPhotoOpensAsync(ServiceProvider thief, TenantId tenant)
    {
        IBlobStore blobs = thief.GetRequiredService<IBlobStore>();
        int tried = 0;
        await foreach (BlobListing listing in blobs.ListAsync(tenant, string.Empty, Cancellation))
        {
            await Assert.ThrowsAsync<InvalidDataException>(() => blobs.OpenAsync(tenant, listing.Key, Cancellation));
            tried++;
        }

        Assert.InRange(tried, 5, 100);
        foreach (string file in Directory.EnumerateFiles(Path.Combine(_stolen, "blobs"), "*", SearchOption.AllDirectories))
        {
            Assert.False(PhotoDecoder.ReadFacts(await File.ReadAllBytesAsync(file, Cancellation)).Ok, file);
        }
    }

    private void AssertNothingLiesOpen(byte[][] secrets, byte[] photo)
    {
        IReadOnlyList<byte[]> windows = DataSearch.Windows(photo);
        foreach (string file in Directory.EnumerateFiles(_stolen, "*", SearchOption.AllDirectories).Where(f => !f.Contains(Path.Combine("cache", "sitters"), StringComparison.Ordinal)))
        {
            byte[] bytes = File.ReadAllBytes(file);
            foreach (byte[] secret in secrets)
            {
                Assert.Equal(-1, bytes.AsSpan().IndexOf(secret));
                Assert.Equal(-1, bytes.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(secret).TrimEnd('='))));
                Assert.Equal(-1, bytes.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(Convert.ToHexStringLower(secret))));
            }

            Assert.DoesNotContain(windows, w => bytes.AsSpan().IndexOf(w) >= 0);
        }
    }
}
