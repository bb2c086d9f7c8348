using System.Security.Cryptography;
using Headshots.Core.Signing;

namespace Headshots.App.Keys;

/// <summary>The key that receipts and anchors are signed with, in a sealed file.</summary>
internal sealed class FileSigningKey(SealedFiles files) : ISigningKey, IDisposable
{
    public const string Name = "signing";

    private readonly Lazy<ECDsa> _key = new(() => Read(files));

    public VerificationKey Public => field ??= VerificationKey.Of(_key.Value);

    public byte[] Sign(ReadOnlySpan<byte> text) => _key.Value.SignData(text, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    public void Dispose()
    {
        if (_key.IsValueCreated)
        {
            _key.Value.Dispose();
        }
    }

    private static ECDsa Read(SealedFiles files)
    {
        byte[] stored = files.ReadOrMake(Name, Make);
        ECDsa key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(stored, out _);
        CryptographicOperations.ZeroMemory(stored);
        return key;
    }

    private static byte[] Make()
    {
        using ECDsa made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return made.ExportPkcs8PrivateKey();
    }
}
