using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Headshots.Core.Invitations;
using Headshots.Core.Shared;
using Headshots.Web.Admin;

namespace Headshots.Web.Photos;

/// <summary>
/// Addresses of photos. Each says which picture, in which size, until when, and is signed, so that nobody makes one up and a
/// copied one ends soon. Layout: MAC (32), expiry (8), tenant (16), long side (2), format (1), key; base64url.
/// </summary>
internal sealed class PhotoAddresses(ILinkKey link, TimeProvider time) : IPhotoLinks
{
    public const string Route = "/p/";

    /// <summary>Long enough to look at a page, too short to pass on.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private const int MacBytes = 32;
    private const int HeadBytes = 8 + 16 + 2 + 1;

    private static readonly byte[] Purpose = "photo\n"u8.ToArray();

    /// <summary>The file as it is.</summary>
    public string For(TenantId tenant, string key, string contentType) =>
        For(new PhotoRequest(tenant, key, PhotoFormats.Of(contentType) ?? PhotoFormat.Jpeg, 0, time.GetUtcNow() + Lifetime));

    /// <summary>A smaller JPEG of it.</summary>
    public string Small(TenantId tenant, string key, int longSide) =>
        For(new PhotoRequest(tenant, key, PhotoFormat.Jpeg, longSide, time.GetUtcNow() + Lifetime));

    public string Of(TenantId tenant, string key, int longSide) => Small(tenant, key, longSide);

    internal string For(PhotoRequest request)
    {
        byte[] text = new byte[MacBytes + HeadBytes + Encoding.UTF8.GetByteCount(request.Key)];
        Span<byte> head = text.AsSpan(MacBytes);
        BinaryPrimitives.WriteInt64BigEndian(head, request.Until.ToUnixTimeSeconds());
        request.Tenant.Value.TryWriteBytes(head[8..], bigEndian: true, out _);
        BinaryPrimitives.WriteUInt16BigEndian(head[24..], checked((ushort)request.LongSide));
        head[26] = (byte)request.Format;
        Encoding.UTF8.GetBytes(request.Key, head[HeadBytes..]);
        Mac(head, text);
        return Route + Base64Url.EncodeToString(text);
    }

    /// <summary>What an address stands for; null when it is not one of ours or has ended.</summary>
    public PhotoRequest? Read(string text)
    {
        byte[] bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        if (Base64Url.DecodeFromChars(text, bytes, out _, out int length) != OperationStatus.Done || length <= MacBytes + HeadBytes)
        {
            return null;
        }

        Span<byte> mac = stackalloc byte[MacBytes];
        ReadOnlySpan<byte> head = bytes.AsSpan(MacBytes, length - MacBytes);
        Mac(head, mac);
        if (!CryptographicOperations.FixedTimeEquals(mac, bytes.AsSpan(0, MacBytes)))
        {
            return null;
        }

        PhotoRequest request = new(
            new TenantId(new Guid(head[8..24], bigEndian: true)),
            Encoding.UTF8.GetString(head[HeadBytes..]),
            (PhotoFormat)head[26],
            BinaryPrimitives.ReadUInt16BigEndian(head[24..]),
            DateTimeOffset.FromUnixTimeSeconds(BinaryPrimitives.ReadInt64BigEndian(head)));
        return request.Until > time.GetUtcNow() ? request : null;
    }

    /// <summary>The purpose keeps a signature for photos from being one for anything else that is made with this key.</summary>
    private void Mac(ReadOnlySpan<byte> text, Span<byte> target)
    {
        using IncrementalHash hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, link.Bytes.Span);
        hash.AppendData(Purpose);
        hash.AppendData(text);
        hash.GetHashAndReset(target);
    }
}
