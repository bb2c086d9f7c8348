using System.Runtime.CompilerServices;
using Headshots.Core.Shared;
using Microsoft.Extensions.Logging;

namespace Headshots.Storage.Disk;

/// <summary>
/// Blobs as files: a folder per tenant, keys as paths below it. A file is written beside its place, pushed to the disk and
/// renamed, so that a reader sees all of it or nothing, whenever the process ends.
/// </summary>
internal sealed partial class DiskBlobStore(DiskBlobOptions options, TimeProvider time, ILogger<DiskBlobStore> logger) : IBlobStore
{
    /// <summary>Folders that others find empty and remove at the same moment are made again.</summary>
    private const int Attempts = 20;

    private readonly BlobFolders _folders = new(options.Root);

    private long _sweptAt = long.MinValue;

    /// <summary>Replaced by tests of a full disk.</summary>
    internal Func<string, FileStream> CreateFile { get; init; } = BlobFile.Create;

    public async Task<BlobInfo> PutAsync(TenantId tenant, string key, Stream content, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(content);
        string path = _folders.PathOf(tenant, BlobKey.Parse(key));
        (string temporary, FileStream file) = CreateBeside(path);
        try
        {
            (long bytes, byte[] hash) written;
            await using (file)
            {
                written = await BlobFile.WriteAsync(file, content, cancellation);
            }

            SweepWhenDue(File.GetLastWriteTimeUtc(temporary));
            File.Move(temporary, path, overwrite: true);
            return new BlobInfo(key, written.bytes, Convert.ToHexStringLower(written.hash));
        }
        catch (IOException e) when (BlobFile.IsDiskFull(e))
        {
            throw new IOException($"There is no space left where photos are kept ({options.Root}). Free some, or move the folder to a larger disk.", e);
        }
        catch (FileNotFoundException e)
        {
            throw new IOException($"\"{key}\" was deleted while it was written.", e);
        }
        finally
        {
            BlobFolders.DeleteQuietly(temporary);
        }
    }

    public Task<Stream?> OpenAsync(TenantId tenant, string key, CancellationToken cancellation) =>
        BlobFile.OpenAsync(_folders.PathOf(tenant, BlobKey.Parse(key)), key, cancellation);

    public Task DeleteAsync(TenantId tenant, string key, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        string path = _folders.PathOf(tenant, BlobKey.Parse(key));
        BlobFolders.DeleteQuietly(path);
        _folders.RemoveEmpty(Path.GetDirectoryName(path)!);
        return Task.CompletedTask;
    }

    public Task DeleteAllAsync(TenantId tenant, string prefix, CancellationToken cancellation)
    {
        string folder = _folders.PathOf(tenant, BlobKey.ParsePrefix(prefix));

        // Half-written ones go too: whoever deletes a person's photos means those that are on their way as well.
        foreach (FileInfo file in BlobFolders.Files(folder))
        {
            cancellation.ThrowIfCancellationRequested();
            BlobFolders.DeleteQuietly(file.FullName);
        }

        foreach (string empty in BlobFolders.DeepestFirst(folder))
        {
            _folders.RemoveEmpty(empty);
        }

        return Task.CompletedTask;
    }

#pragma warning disable CS1998 // Listing a folder has no asynchronous form.
    public async IAsyncEnumerable<BlobListing> ListAsync(TenantId tenant, string prefix, [EnumeratorCancellation] CancellationToken cancellation)
#pragma warning restore CS1998
    {
        string root = _folders.PathOf(tenant, string.Empty);
        foreach (FileInfo file in BlobFolders.Files(_folders.PathOf(tenant, BlobKey.ParsePrefix(prefix))).Where(f => !BlobFolders.IsTemporary(f)))
        {
            cancellation.ThrowIfCancellationRequested();
            string key = Path.GetRelativePath(root, file.FullName).Replace(Path.DirectorySeparatorChar, '/');
            yield return new BlobListing(key, new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero));
        }
    }

    /// <summary>Removes what a killed process left half-written.</summary>
    /// <param name="now">By the clock of the file system, which may be another machine's: what files are dated with is compared with it.</param>
    /// <returns>How many.</returns>
    internal int Sweep(DateTime now)
    {
        DateTime before = now - BlobFolders.TemporaryLifetime;
        int swept = 0;
        foreach (FileInfo file in BlobFolders.Files(options.Root).Where(f => BlobFolders.IsTemporary(f) && f.LastWriteTimeUtc < before))
        {
            BlobFolders.DeleteQuietly(file.FullName);
            _folders.RemoveEmpty(file.DirectoryName!);
            swept++;
        }

        return swept;
    }

    private (string Path, FileStream File) CreateBeside(string path)
    {
        string folder = Path.GetDirectoryName(path)!;
        for (int attempt = 1; ; attempt++)
        {
            string temporary = Path.Combine(folder, BlobFolders.TemporaryName());
            try
            {
                BlobFolders.Create(folder);
                return (temporary, CreateFile(temporary));
            }
            catch (Exception e) when (e is DirectoryNotFoundException or FileNotFoundException && attempt < Attempts)
            {
                // Somebody found the folder, or one above it, empty and removed it in between.
            }
        }
    }

    /// <summary>Once an hour, beside whatever is written then.</summary>
    private void SweepWhenDue(DateTime fileTime)
    {
        long now = time.GetTimestamp();
        long last = Interlocked.Read(ref _sweptAt);
        bool due = last == long.MinValue || time.GetElapsedTime(last, now) >= BlobFolders.TemporaryLifetime;
        if (due && Interlocked.CompareExchange(ref _sweptAt, now, last) == last)
        {
            _ = Task.Run(() => SweepQuietly(fileTime));
        }
    }

    private void SweepQuietly(DateTime fileTime)
    {
        try
        {
            int swept = Sweep(fileTime);
            if (swept > 0)
            {
                LogSwept(swept);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LogNotSwept(e);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} half-written files of an earlier run were removed")]
    private partial void LogSwept(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Half-written files could not be looked for")]
    private partial void LogNotSwept(Exception e);
}
