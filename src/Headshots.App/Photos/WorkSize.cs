using Headshots.Imaging;
using Headshots.Studio;
using Headshots.Studio.Specs;

namespace Headshots.App.Photos;

/// <summary>How much memory a photo's render will want, estimated from what its header says.</summary>
internal static class WorkSize
{
    /// <summary>Networks' working memory, codec state, encoded files.</summary>
    private const long Base = 40 << 20;

    /// <summary>Bytes for each pixel of the photo: the decoder's strips and the upright picture, before and after colour.</summary>
    private const long PerPhotoPixel = 12;

    /// <param name="file">The photo's bytes.</param>
    /// <param name="spec">What is made of it.</param>
    /// <returns>Megabytes, 1 or more; rough, and rather too much than too little.</returns>
    public static int EstimateMegabytes(ReadOnlyMemory<byte> file, PortraitSpec spec)
    {
        Result<PhotoFacts, PhotoError> facts = PhotoDecoder.ReadFacts(file);
        if (!facts.Ok)
        {
            return 1;
        }

        long photo = (long)facts.Value.Width * facts.Value.Height;
        return (int)(((Base + (photo * PerPhotoPixel) + RenderMemory.EstimateBytes(spec)) >> 20) + 1);
    }
}
