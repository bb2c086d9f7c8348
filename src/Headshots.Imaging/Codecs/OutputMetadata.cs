using System.Text;
using System.Xml;

namespace Headshots.Imaging;

/// <summary>What a written file says about itself. Nothing of the photo it was made from is ever among it.</summary>
/// <param name="DigitalSourceType">How the picture came about: the full URI of an IPTC Digital Source Type, see <see cref="DigitalSourceTypes"/>.</param>
/// <param name="SoftwareAgent">The program and its version, for instance "Headshots 0.1.0".</param>
public sealed record OutputMetadata(string DigitalSourceType, string SoftwareAgent)
{
    private const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private const string IptcExtension = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
    private const string XmpBasic = "http://ns.adobe.com/xap/1.0/";

    /// <summary>Of what this program makes: the agent is "Headshots" and its version.</summary>
    public static OutputMetadata OfHeadshots(string digitalSourceType) =>
        new(digitalSourceType, $"Headshots {typeof(OutputMetadata).Assembly.GetName().Version?.ToString(3)}");

    /// <summary>The XMP packet (ISO 16684-1), read-only and without padding, in UTF-8.</summary>
    internal byte[] ToXmp()
    {
        StringBuilder packet = new("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>");
        XmlWriterSettings settings = new() { OmitXmlDeclaration = true };
        using (XmlWriter xml = XmlWriter.Create(packet, settings))
        {
            xml.WriteStartElement("x", "xmpmeta", "adobe:ns:meta/");
            xml.WriteStartElement("rdf", "RDF", Rdf);
            xml.WriteStartElement("rdf", "Description", Rdf);
            xml.WriteAttributeString("rdf", "about", Rdf, string.Empty);
            xml.WriteAttributeString("Iptc4xmpExt", "DigitalSourceType", IptcExtension, DigitalSourceType);
            xml.WriteAttributeString("xmp", "CreatorTool", XmpBasic, SoftwareAgent);
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return Encoding.UTF8.GetBytes(packet.Append("<?xpacket end=\"r\"?>").ToString());
    }
}

/// <summary>IPTC's Digital Source Type news codes that a portrait can have.</summary>
public static class DigitalSourceTypes
{
    /// <summary>Taken by a camera; light and crop changed at most.</summary>
    public const string DigitalCapture = "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture";

    /// <summary>A person edited it with tools that generate nothing: background, light, retouch.</summary>
    public const string HumanEdits = "http://cv.iptc.org/newscodes/digitalsourcetype/humanEdits";

    /// <summary>Put together from several captures.</summary>
    public const string CompositeCapture = "http://cv.iptc.org/newscodes/digitalsourcetype/compositeCapture";

    /// <summary>A capture with parts that a generative network made.</summary>
    public const string CompositeWithTrainedAlgorithmicMedia =
        "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia";

    /// <summary>Changed by an algorithm that was not trained on media.</summary>
    public const string AlgorithmicallyEnhanced = "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicallyEnhanced";

    /// <summary>Drawn by an algorithm, such as the built-in sitter.</summary>
    public const string AlgorithmicMedia = "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia";
}
