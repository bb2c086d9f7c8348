namespace Headshots.Core.Privacy.Keys;

/// <summary>A key that other keys are encrypted with. It comes from the installation's settings, never out of the data.</summary>
public sealed class MasterKey
{
    /// <summary>Bytes of its secret.</summary>
    public const int Length = 32;

    /// <summary>Ids stand in front of whatever was encrypted: 1 to 40 letters, digits, <c>-</c>, <c>.</c> or <c>_</c>.</summary>
    public const int LongestId = 40;

    private readonly byte[] _secret;

    /// <exception cref="ArgumentException">The id or the secret is not one.</exception>
    public MasterKey(string id, ReadOnlySpan<byte> secret)
    {
        if (!IsId(id))
        {
            throw new ArgumentException($"A master key's id is 1 to {LongestId} letters, digits, '-', '.' or '_'.", nameof(id));
        }

        if (secret.Length != Length)
        {
            throw new ArgumentException($"A master key has {Length} bytes.", nameof(secret));
        }

        Id = id;
        _secret = secret.ToArray();
    }

    public string Id { get; }

    internal ReadOnlySpan<byte> Secret => _secret;

    public static bool IsId(string? id) =>
        id is { Length: > 0 and <= LongestId } && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_');
}

/// <summary>The master keys of this installation: one that is written with, and older ones that are still read with.</summary>
public interface IMasterKeys
{
    MasterKey Current { get; }

    /// <summary>Null when this installation has no such key.</summary>
    MasterKey? Find(string id);
}
