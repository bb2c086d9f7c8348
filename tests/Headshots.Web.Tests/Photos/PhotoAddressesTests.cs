using System.Buffers.Text;
using Headshots.Core.Invitations;
using Headshots.Core.Shared;
using Headshots.Web.Photos;
using Microsoft.Extensions.Time.Testing;

namespace Headshots.Web.Tests.Photos;

public sealed class PhotoAddressesTests
{
    private static readonly TenantId Tenant = new(new Guid("33333333-0000-4000-8000-000000000001"));
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Now);
    private readonly PhotoAddresses _addresses;

    public PhotoAddressesTests() => _addresses = new PhotoAddresses(new Key(1), _time);

    [Fact]
    public void Read_OwnAddress_IsWhatItWasMadeOf()
    {
        PhotoRequest? request = _addresses.Read(Text(_addresses.Small(Tenant, "people/a/selfies/b", 480)));

        Assert.Equal(new PhotoRequest(Tenant, "people/a/selfies/b", PhotoFormat.Jpeg, 480, Now + PhotoAddresses.Lifetime), request);
    }

    [Fact]
    public void Read_AfterItsTime_IsNothing()
    {
        string text = Text(_addresses.For(Tenant, "people/a/selfies/b", "image/png"));
        _time.Advance(PhotoAddresses.Lifetime);

        Assert.Null(_addresses.Read(text));
    }

    [Fact]
    public void Read_WithAnyByteChanged_IsNothing()
    {
        byte[] bytes = Base64Url.DecodeFromChars(Text(_addresses.For(Tenant, "people/a/selfies/b", "image/png")));
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] ^= 1;
            Assert.Null(_addresses.Read(Base64Url.EncodeToString(bytes)));
            bytes[i] ^= 1;
        }

        Assert.NotNull(_addresses.Read(Base64Url.EncodeToString(bytes)));
    }

    [Fact]
    public void Read_MadeWithAnotherKey_IsNothing() =>
        Assert.Null(new PhotoAddresses(new Key(2), _time).Read(Text(_addresses.Small(Tenant, "people/a/selfies/b", 480))));

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("not base64url!")]
    public void Read_Nonsense_IsNothing(string text) => Assert.Null(_addresses.Read(text));

    private static string Text(string address) => address[PhotoAddresses.Route.Length..];

    private sealed class Key(byte first) : ILinkKey
    {
        public ReadOnlyMemory<byte> Bytes { get; } = new byte[] { first }.Concat(new byte[31]).ToArray();
    }
}
