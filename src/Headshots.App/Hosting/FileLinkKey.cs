using System.Security.Cryptography;
using Headshots.App.Keys;
using Headshots.Core.Invitations;

namespace Headshots.App.Hosting;

/// <summary>The key of links, kept beside the database and not in it: neither alone can make a link.</summary>
internal sealed class FileLinkKey(DataFolder data, SealedFiles files) : ILinkKey
{
    public const string Name = "link";

    private const int Length = 32;

    private readonly Lazy<byte[]> _bytes = new(() => Read(data, files));

    public ReadOnlyMemory<byte> Bytes => _bytes.Value;

    private static byte[] Read(DataFolder data, SealedFiles files)
    {
        files.Adopt(Path.Combine(data.Keys, "link.key"), Name);
        byte[] key = files.ReadOrMake(Name, () => RandomNumberGenerator.GetBytes(Length));
        return key.Length == Length
            ? key
            : throw new InvalidDataException($"The key file {files.PathOf(Name)} has {key.Length} bytes instead of {Length}. Bring it back from a backup; without it, links in mails that were sent are dead.");
    }
}
