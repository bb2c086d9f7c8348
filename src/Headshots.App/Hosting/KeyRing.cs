using System.Text;
using System.Xml.Linq;
using Headshots.App.Keys;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Headshots.App.Hosting;

/// <summary>Keys of cookies and forms, in sealed files.</summary>
internal sealed class KeyRing(DataFolder data, SealedFiles files) : IXmlRepository
{
    private const string Folder = "cookies";

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        string folder = Path.Combine(data.Keys, Folder);
        if (!Directory.Exists(folder))
        {
            return [];
        }

        foreach (string clear in Directory.EnumerateFiles(folder, "*.xml").ToArray())
        {
            files.Adopt(clear, $"{Folder}/{Path.GetFileNameWithoutExtension(clear)}");
        }

        return [.. Directory.EnumerateFiles(folder, "*.sealed").Order(StringComparer.Ordinal).Select(path => XElement.Parse(
            Encoding.UTF8.GetString(files.Read($"{Folder}/{Path.GetFileNameWithoutExtension(path)}"))))];
    }

    public void StoreElement(XElement element, string friendlyName) =>
        files.Write($"{Folder}/{friendlyName}", Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting)));
}
