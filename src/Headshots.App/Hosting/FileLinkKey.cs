using Headshots.Core.Invitations;

namespace Headshots.App.Hosting;

/// <summary>The key of links, kept beside the database and not in it: neither alone can make a link.</summary>
internal sealed class FileLinkKey(DataFolder data) : ILinkKey
{
    private const int Length = 32;

    public ReadOnlyMemory<byte> Bytes { get; } = SecretFile.ReadOrMake(PathIn(data), Length);

    public static string PathIn(DataFolder data) => Path.Combine(data.Keys, "link.key");
}
