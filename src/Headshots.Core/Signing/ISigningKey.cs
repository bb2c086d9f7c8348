namespace Headshots.Core.Signing;

/// <summary>The key that this installation signs documents with; whoever has its public part can check them without us.</summary>
public interface ISigningKey
{
    VerificationKey Public { get; }

    /// <summary>ECDSA on P-256 over SHA-256, as r and s.</summary>
    byte[] Sign(ReadOnlySpan<byte> text);
}
