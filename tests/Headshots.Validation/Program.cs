using Headshots.TestKit;
using Headshots.Validation;
using Headshots.Validation.Attire;
using Headshots.Validation.Encryption;
using Headshots.Validation.Framing;
using Headshots.Validation.Gates;
using Headshots.Validation.Light;
using Headshots.Validation.Load;
using Headshots.Validation.Matting;
using Headshots.Validation.Renditions;

// One sub-command per committed table; each writes Results/NAME.md and prints where.
var tables = new Dictionary<string, (string File, Func<string> Make)>(StringComparer.Ordinal)
{
    ["vision"] = ("vision-parity.md", VisionParity.Table),
    ["halo"] = ("halo.md", HaloTable.Table),
    ["edge"] = ("edge.md", EdgeTable.Table),
    ["matte"] = ("matte.md", MatteTable.Table),
    ["framing"] = ("framing.md", FramingTable.Table),
    ["gates"] = ("gates.md", GatesTable.Table),
    ["attire"] = ("attire.md", AttireTable.Table),
    ["skin-tone"] = ("skin-tone.md", SkinToneTable.Table),
    ["renditions"] = ("rendition-sizes.md", RenditionTable.Table),
    ["vision-speed"] = ("vision-speed.md", VisionSpeed.Table),
    ["perspective"] = ("perspective.md", PerspectiveTable.Table),
    ["likeness"] = ("likeness.md", LikenessTable.Table),
};

// These need no photos.
var others = new Dictionary<string, (string File, Func<Task<string>> MakeAsync)>(StringComparer.Ordinal)
{
    ["load"] = ("load.md", LoadTable.TableAsync),
    ["encryption"] = ("encryption.md", EncryptionTable.TableAsync),
};

if (args is [string other] && others.TryGetValue(other, out (string File, Func<Task<string>> MakeAsync) measured))
{
    string result = Path.Combine(Repository.Root, "tests", "Headshots.Validation", "Results", measured.File);
    await File.WriteAllTextAsync(result, await measured.MakeAsync());
    Console.WriteLine($"wrote {result}");
    return 0;
}

if (args is not [string name] || !tables.TryGetValue(name, out (string File, Func<string> Make) table))
{
    Console.Error.WriteLine($"usage: dotnet run --project tests/Headshots.Validation -c Release -- {string.Join('|', tables.Keys.Concat(others.Keys))}");
    return 2;
}

if (SharedFiles.Root is null)
{
    Console.Error.WriteLine("The photos that the tables are made from are missing: shared/ beside the repository, or HEADSHOTS_SHARED.");
    return 1;
}

string path = Path.Combine(Repository.Root, "tests", "Headshots.Validation", "Results", table.File);
File.WriteAllText(path, table.Make());
Console.WriteLine($"wrote {path}");
return 0;
