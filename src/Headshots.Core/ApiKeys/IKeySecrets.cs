using System.Security.Cryptography;

namespace Headshots.Core.ApiKeys;

/// <summary>Where the secrets of keys come from.</summary>
public interface IKeySecrets
{
    /// <summary>This many bytes that nobody can guess.</summary>
    byte[] New(int length);
}

/// <summary>The operating system's random numbers.</summary>
public sealed class RandomKeySecrets : IKeySecrets
{
    public byte[] New(int length) => RandomNumberGenerator.GetBytes(length);
}
