namespace Headshots.Storage.Disk;

/// <summary>Where blobs lie on this machine.</summary>
public sealed class DiskBlobOptions
{
    /// <summary>The folder; made when it is not there. Below it one folder per tenant.</summary>
    public required string Root { get; init; }

    internal void Validate()
    {
        if (string.IsNullOrWhiteSpace(Root))
        {
            throw new ArgumentException("Blobs:Root is empty: name the folder for photos and headshots.");
        }
    }
}
