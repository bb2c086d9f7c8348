using Headshots.TestKit;

namespace Headshots.Imaging.Tests.Codecs;

public sealed class PhotoDecoderTests
{
    public static TheoryData<string> People => [.. SharedFiles.Names("photos/people")];

    [Theory]
    [MemberData(nameof(People))]
    public void Decode_PersonPhoto_HasTheSizeOfTheHeader(string name)
    {
        byte[] file = File.ReadAllBytes(SharedFiles.Require($"photos/people/{name}"));

        PhotoFacts facts = PhotoDecoder.ReadFacts(file).Value;
        using DecodedPhoto photo = PhotoDecoder.Decode(file).Value;

        Assert.Equal(facts, photo.Facts);
        Assert.Equal((facts.Width, facts.Height), (photo.Pixels.Width, photo.Pixels.Height));
        Assert.Equal(1, photo.ShrunkBy);
    }

    [Theory]
    [InlineData(1000, 2)]
    [InlineData(600, 4)]
    [InlineData(300, 8)]
    [InlineData(100, 8)]
    [InlineData(2400, 1)]
    public void Decode_WithMinShortSide_ShrinksAsFarAsAllowed(int minShortSide, int shrink)
    {
        byte[] file = File.ReadAllBytes(SharedFiles.Require("photos/people/A02_biden_official_7mpx.jpg"));

        using DecodedPhoto photo = PhotoDecoder.Decode(file, new DecodeRequest { MinShortSide = minShortSide }).Value;

        Assert.Equal(shrink, photo.ShrunkBy);
        Assert.Equal((2400 / shrink, 3000 / shrink), (photo.Pixels.Width, photo.Pixels.Height));
        Assert.Equal((2400, 3000), (photo.Facts.Width, photo.Facts.Height));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Decode_StoredInAnyOrientation_LooksLikeTheUprightOne(int orientation)
    {
        byte[] upright = File.ReadAllBytes(SharedFiles.Require("photos/formats/C_hopper.jpg"));
        byte[] turned = File.ReadAllBytes(SharedFiles.Require($"photos/formats/C_hopper_ori{orientation}.jpg"));

        using DecodedPhoto expected = PhotoDecoder.Decode(upright).Value;
        using DecodedPhoto actual = PhotoDecoder.Decode(turned).Value;

        Assert.Equal(orientation, actual.Facts.Orientation);
        // The variants were compressed anew, at about 4.7 steps from the original; any other orientation is beyond 50.
        Assert.InRange(MeanDifference.Between(expected.Pixels, actual.Pixels), 0, 6);
    }
}
