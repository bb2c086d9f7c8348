using System.Security.Cryptography;
using Headshots.Core.Signing;

namespace Headshots.TestKit.Secrets;

/// <summary>A key of its own for each test.</summary>
public sealed class TestSigningKey : ISigningKey, IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public VerificationKey Public => VerificationKey.Of(_key);

    public byte[] Sign(ReadOnlySpan<byte> text) => _key.SignData(text, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    public void Dispose() => _key.Dispose();
}
