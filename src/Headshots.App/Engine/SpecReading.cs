using Headshots.Core.Rendering;
using Headshots.Imaging;
using Headshots.Studio.Specs;

namespace Headshots.App.Engine;

/// <summary>Looks at specs and at the pictures they name, for the business.</summary>
internal static class SpecReading
{
    public static SpecCheck Check(string spec)
    {
        Result<PortraitSpec, SpecErrors> parsed = PortraitSpec.Parse(spec);
        return parsed.Ok
            ? new SpecCheck([], KitAssets.NamesIn(parsed.Value))
            : new SpecCheck([.. parsed.Error.Errors.Select(e => new SpecProblem(e.Path, e.Message))], []);
    }

    /// <summary>A photo for a background, or an SVG or PNG for a garment. Decoded, since a header says little about the rest.</summary>
    public static AssetCheck Check(ReadOnlyMemory<byte> content)
    {
        Result<PhotoFacts, PhotoError> facts = PhotoDecoder.ReadFacts(content);
        if (!facts.Ok)
        {
            return facts.Error.Code == PhotoErrorCodes.VectorImage ? Drawing(content) : Refused(facts.Error);
        }

        Result<DecodedPhoto, PhotoError> decoded = PhotoDecoder.Decode(content, new DecodeRequest { MinShortSide = 64 });
        if (!decoded.Ok)
        {
            return Refused(decoded.Error);
        }

        decoded.Value.Dispose();
        return new AssetCheck(facts.Value.Format == "jpeg" ? "jpg" : facts.Value.Format, null, null);
    }

    private static AssetCheck Drawing(ReadOnlyMemory<byte> content)
    {
        Result<PlanarImage, PhotoError> drawn = ArtworkDecoder.Decode(content, width: 64);
        if (!drawn.Ok)
        {
            return Refused(drawn.Error);
        }

        drawn.Value.Dispose();
        return new AssetCheck("svg", null, null);
    }

    private static AssetCheck Refused(PhotoError error) => new(null, error.Message, error.Advice);
}
