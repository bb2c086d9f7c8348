using Headshots.App.CommandLine;
using Headshots.Imaging;

namespace Headshots.App.Render;

/// <summary>Names for the folders of a batch: each photo's own name, told apart by a number where two are the same.</summary>
internal static class OutputNames
{
    /// <summary>Characters some file system does not take; the folders may be carried to another machine.</summary>
    private const string Forbidden = "<>:\"/\\|?*";

    /// <summary>
    /// One name per path, in order. Names that differ only in case, or in whether an accent is part of its letter, count
    /// as the same: some file systems see no difference.
    /// </summary>
    public static IReadOnlyList<string> For(IEnumerable<string> paths)
    {
        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
        List<string> names = [];
        foreach (string path in paths)
        {
            string stem = Stem(path);
            string name = stem;
            for (int number = 2; !taken.Add(ComposedText.Of(name)); number++)
            {
                name = $"{stem}-{number}";
            }

            names.Add(name);
        }

        return names;
    }

    private static string Stem(string path)
    {
        string stem = Path.GetFileNameWithoutExtension(path);
        string safe = string.Concat(stem.Select(c => Printable.IsUnsafe(c) || Forbidden.Contains(c, StringComparison.Ordinal) ? '_' : c));

        // A name of dots would lead out of the output folder, a leading one would hide it.
        string trimmed = safe.Trim(' ', '.');
        return trimmed.Length == 0 ? "photo" : IsDevice(trimmed) ? "_" + trimmed : trimmed;
    }

    /// <summary>Whether Windows takes the name for a device, as it does whatever follows the first dot.</summary>
    private static bool IsDevice(string name)
    {
        string first = name.Split('.')[0].TrimEnd().ToUpperInvariant();
        return first is "CON" or "PRN" or "AUX" or "NUL" or "CONIN$" or "CONOUT$"
            || (first.Length == 4 && (first[..3] is "COM" or "LPT") && (char.IsAsciiDigit(first[3]) || first[3] is '¹' or '²' or '³'));
    }
}
