using System.Xml.Linq;
using Headshots.Imaging.Libvips;

namespace Headshots.Imaging.Tests.Codecs;

/// <summary>The metadata of a file, as libvips' own reader finds it.</summary>
internal sealed class WrittenFile : IDisposable
{
    private readonly PhotoFile _file;

    private WrittenFile(PhotoFile file) => _file = file;

    public static WrittenFile Open(byte[] file)
    {
        LibvipsLibrary.EnsureStarted();
        return new WrittenFile(PhotoFile.Open(file, PhotoFormatSniffer.Sniff(file)));
    }

    public byte[] Blob(string field) => _file.Image.Blob(field).ToArray();

    public void Dispose() => _file.Dispose();
}

/// <summary>The two things an XMP packet of ours says.</summary>
internal sealed record XmpReading(string? DigitalSourceType, string? CreatorTool)
{
    public static XmpReading Of(byte[] packet)
    {
        using MemoryStream stream = new(packet);
        XNamespace rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
        XElement description = XDocument.Load(stream).Descendants(rdf + "Description").Single();
        return new XmpReading(
            (string?)description.Attribute(XName.Get("DigitalSourceType", "http://iptc.org/std/Iptc4xmpExt/2008-02-29/")),
            (string?)description.Attribute(XName.Get("CreatorTool", "http://ns.adobe.com/xap/1.0/")));
    }
}
