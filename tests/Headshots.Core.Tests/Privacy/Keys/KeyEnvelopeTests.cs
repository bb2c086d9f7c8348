using Headshots.Core.Privacy.Keys;
using Headshots.TestKit.Secrets;

namespace Headshots.Core.Tests.Privacy.Keys;

public sealed class KeyEnvelopeTests
{
    private static readonly TestMasterKeys _both = new("old", "new");

    [Fact]
    public void Open_WhatWasSealed_IsTheSecret()
    {
        byte[] secret = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
        byte[] envelope = KeyEnvelope.Seal(_both.Find("old")!, "purpose", secret);

        Assert.Equal(secret, KeyEnvelope.Open(_both, "purpose", envelope));
        Assert.Equal("old", KeyEnvelope.KeyOf(envelope));
        Assert.Equal(-1, envelope.AsSpan().IndexOf(secret.AsSpan(0, 8)));
        Assert.NotEqual(envelope, KeyEnvelope.Seal(_both.Find("old")!, "purpose", secret));
    }

    [Fact]
    public void Open_ForAnotherPurpose_IsRefused()
    {
        byte[] envelope = KeyEnvelope.Seal(_both.Current, "tenant key\none", new byte[32]);

        Assert.Throws<InvalidDataException>(() => KeyEnvelope.Open(_both, "tenant key\ntwo", envelope));
    }

    [Fact]
    public void Open_WithoutItsMasterKey_NamesWhatIsMissing()
    {
        byte[] envelope = KeyEnvelope.Seal(_both.Find("old")!, "purpose", new byte[32]);

        Assert.Contains("\"old\"", Assert.Throws<InvalidDataException>(() => KeyEnvelope.Open(new TestMasterKeys("new"), "purpose", envelope)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_WithAnyBitTurnedOrCutOff_IsRefused()
    {
        byte[] envelope = KeyEnvelope.Seal(_both.Current, "purpose", new byte[32]);
        for (int bit = 0; bit < envelope.Length * 8; bit++)
        {
            byte[] changed = [.. envelope];
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Throws<InvalidDataException>(() => KeyEnvelope.Open(_both, "purpose", changed));
        }

        for (int length = 0; length < envelope.Length; length++)
        {
            Assert.Throws<InvalidDataException>(() => KeyEnvelope.Open(_both, "purpose", envelope.AsSpan(0, length)));
        }
    }
}
