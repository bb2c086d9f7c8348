using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Headshots.App.Hosting;

/// <summary>Keys of cookies and forms, in files that only the program's own account may read.</summary>
internal sealed class KeyRing(DataFolder data) : IXmlRepository
{
    private readonly string _folder = Path.Combine(data.Keys, "cookies");

    public IReadOnlyCollection<XElement> GetAllElements() => Directory.Exists(_folder)
        ? [.. Directory.EnumerateFiles(_folder, "*.xml").Order(StringComparer.Ordinal).Select(path => XElement.Load(path))]
        : [];

    public void StoreElement(XElement element, string friendlyName)
    {
        Directory.CreateDirectory(_folder);
        string path = Path.Combine(_folder, $"{friendlyName}.xml");
        SecretFile.Write($"{path}.partial", Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting)));
        File.Move($"{path}.partial", path, overwrite: true);
    }
}
