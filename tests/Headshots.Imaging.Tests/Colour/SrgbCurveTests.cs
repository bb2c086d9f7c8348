namespace Headshots.Imaging.Tests.Colour;

public sealed class SrgbCurveTests
{
    [Fact]
    public void DecodeAndEncode_WholeRange_AreWithinAMillionthOfTheFormula()
    {
        float[] values = [.. Enumerable.Range(0, 100_003).Select(i => i / 100_002f)];
        var decoded = new float[values.Length];
        var encoded = new float[values.Length];
        SrgbCurve.Decode(values, decoded);
        SrgbCurve.Encode(values, encoded);
        for (int i = 0; i < values.Length; i++)
        {
            Assert.Equal(SrgbCurve.ToLinear(values[i]), decoded[i], 1e-6);
            Assert.Equal(SrgbCurve.ToEncoded(values[i]), encoded[i], 1e-6);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(37)]
    public void Encode_Decoded_GivesTheValuesBackInPlace(int count)
    {
        float[] values = [.. Enumerable.Range(0, count).Select(i => i / 36f)];
        float[] back = [.. values];
        SrgbCurve.Decode(back, back);
        SrgbCurve.Encode(back, back);
        Assert.All(values.Zip(back), pair => Assert.Equal(pair.First, pair.Second, 2e-5f));
    }

    [Fact]
    public void Decode_OutsideTheRange_Clamps()
    {
        float[] values = [-1, 2, -0.001f, 1.001f];
        SrgbCurve.Decode(values, values);
        Assert.Equal(0, values[0]);
        Assert.Equal(1, values[1], 1e-6f);
    }

    [Fact]
    public void ToEncoded_OfEveryByte_RoundTrips()
    {
        for (int i = 0; i < 256; i++)
        {
            Assert.Equal(i, SrgbCurve.ToEncoded(SrgbCurve.OfByte[i]) * 255, 1e-4);
        }
    }

    [Fact]
    public void ToLinear_KnownValues_AreTheStandards()
    {
        Assert.Equal(0.2140411, SrgbCurve.ToLinear(0.5), 1e-6);
        Assert.Equal(0.04045 / 12.92, SrgbCurve.ToLinear(0.04045), 1e-12);
        Assert.Equal(-0.2140411, SrgbCurve.ToLinear(-0.5), 1e-6);
    }
}
