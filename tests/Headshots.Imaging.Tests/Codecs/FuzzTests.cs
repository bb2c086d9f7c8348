using Headshots.Imaging.Libvips;
using Headshots.TestKit;

namespace Headshots.Imaging.Tests.Codecs;

[Collection(nameof(MeasuresMemory))]
public sealed class FuzzTests
{
    private const int Mutants = 20_000;

    /// <summary>Well above what allocators keep back for later, well below one byte lost for each file and pixel.</summary>
    private const long MostGrowth = 32L << 20;

    /// <summary>
    /// No mutant may crash the process, throw, or say something inconsistent. Those that claim to be large are refused by
    /// their header, as limits allow, so that the test stays quick.
    /// </summary>
    [Fact]
    public void Decode_TwentyThousandMutants_GivesPictureOrErrorAndKeepsNoMemory()
    {
        ImageMutator mutator = new(Seeds(), seed: 20_260);
        DecodeRequest request = new()
        {
            Limits = new PhotoLimits { MaxPixels = 1 << 20, MaxDimension = 4096, Timeout = TimeSpan.FromSeconds(2) },
        };
        Dictionary<string, int> answers = [];
        Run(mutator, request, Mutants / 10, answers);
        long before = PeakMemory.Resident();

        Run(mutator, request, Mutants - (Mutants / 10), answers);

        long growth = PeakMemory.Resident() - before;
        Assert.True(growth < MostGrowth, $"The process grew by {growth >> 20} MB.");
        Assert.Equal(Mutants, answers.Values.Sum());

        // Damage of every kind was tried: some files survive it, some lose their end, some their sense, some their mark.
        foreach (string answer in (string[])["ok", PhotoErrorCodes.Truncated, PhotoErrorCodes.Corrupt, PhotoErrorCodes.UnsupportedFormat])
        {
            Assert.True(answers.GetValueOrDefault(answer) > Mutants / 200, $"{answer}: {answers.GetValueOrDefault(answer)}");
        }

        Assert.False(answers.ContainsKey(PhotoErrorCodes.TimedOut));
    }

    [Fact]
    public void Decode_AThousandPhotos_KeepsNoMemory()
    {
        using RgbImage picture = TestPictures.Smooth(320, 400);
        byte[][] files =
        [
            PhotoEncoder.Encode(picture, new JpegSettings(), TestPictures.Metadata),
            PhotoEncoder.Encode(picture, new WebpSettings(), TestPictures.Metadata),
            TestFiles.Save(picture, "jpegsave_buffer", TestFiles.ConvertTo("p3")),
            TestFiles.Save(picture, "tiffsave_buffer"),
            TestFiles.Save(picture, "pngsave_buffer", TestFiles.ToColourSpace(VipsInterpretation.Rgb16)),
        ];

        // One in fifty, since setting up a press profile takes as long as decoding ten photos.
        files = [.. Enumerable.Repeat(files, 10).SelectMany(f => f).Skip(1), TestFiles.Save(picture, "jpegsave_buffer", TestFiles.ConvertTo("cmyk"))];
        Decode(files, 100);
        long before = PeakMemory.Resident();

        Decode(files, 1000);

        long growth = PeakMemory.Resident() - before;
        Assert.True(growth < MostGrowth / 2, $"The process grew by {growth >> 20} MB.");
    }

    private static void Decode(byte[][] files, int times)
    {
        for (int i = 0; i < times; i++)
        {
            using DecodedPhoto photo = PhotoDecoder.Decode(files[i % files.Length]).Value;
        }
    }

    private static void Run(ImageMutator mutator, DecodeRequest request, int count, Dictionary<string, int> answers)
    {
        for (int i = 0; i < count; i++)
        {
            byte[] file = mutator.Next();
            Result<PhotoFacts, PhotoError> facts = PhotoDecoder.ReadFacts(file, request.Limits);
            Result<DecodedPhoto, PhotoError> photo = PhotoDecoder.Decode(file, request);
            string answer = photo.Ok ? "ok" : photo.Error.Code;
            answers[answer] = answers.GetValueOrDefault(answer) + 1;
            if (photo.Ok)
            {
                Assert.Equal(facts.Value, photo.Value.Facts);
                Assert.Equal((facts.Value.Width, facts.Value.Height), (photo.Value.Pixels.Width, photo.Value.Pixels.Height));
                photo.Value.Dispose();
            }
            else if (!facts.Ok)
            {
                Assert.Equal(facts.Error, photo.Error);
            }
        }
    }

    private static IEnumerable<byte[]> Seeds()
    {
        using RgbImage picture = TestPictures.Smooth(24, 16);
        using RgbImage noise = TestPictures.Noise(12, 12, seed: 1);
        byte[] exif = TestFiles.ExifOrientation(6);
        yield return PhotoEncoder.Encode(picture, new JpegSettings(), TestPictures.Metadata);
        yield return PhotoEncoder.Encode(picture, new JpegSettings { FullChroma = false, Progressive = true }, TestPictures.Metadata);
        yield return TestFiles.Save(picture, "jpegsave_buffer", TestFiles.Attach("exif-data", exif));
        yield return TestFiles.Save(noise, "jpegsave_buffer", TestFiles.ConvertTo("p3"));
        yield return PhotoEncoder.Encode(picture, new PngSettings(), TestPictures.Metadata);
        yield return TestFiles.Save(noise, "pngsave_buffer", TestFiles.Attach("exif-data", exif), TestFiles.ToColourSpace(VipsInterpretation.Rgb16));
        yield return PhotoEncoder.Encode(picture, new WebpSettings(), TestPictures.Metadata);
        yield return PhotoEncoder.Encode(noise, new WebpSettings { Lossless = true }, TestPictures.Metadata);
        yield return TestFiles.Save(picture, "tiffsave_buffer", TestFiles.Attach("exif-data", exif));
        yield return PhotoEncoder.Encode(picture, new AvifSettings { Effort = 0 }, TestPictures.Metadata);
        yield return GifSeed.TwoFrames();
    }
}
