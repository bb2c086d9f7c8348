using Headshots.App.Hosting;
using Headshots.Core.Privacy.Keys;

namespace Headshots.App.Keys;

/// <summary>
/// The program's own secrets in the folder of keys, each sealed with the master key: whoever takes the folder without that key has
/// none of them. What an older program left there in the clear is sealed when it is first read.
/// </summary>
internal sealed class SealedFiles(DataFolder data, IMasterKeys masters)
{
    /// <summary>A secret that is the same for ever: made by whoever comes first, read by all.</summary>
    /// <param name="name">Below the folder of keys.</param>
    /// <param name="make">What it is.</param>
    /// <exception cref="InvalidDataException">It cannot be opened.</exception>
    public byte[] ReadOrMake(string name, Func<byte[]> make)
    {
        string path = PathOf(name);
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            SecretFile.WriteUnlessThere(path, KeyEnvelope.Seal(masters.Current, Purpose(name), make()));
        }

        return Read(name);
    }

    public byte[] Read(string name)
    {
        byte[] stored = File.ReadAllBytes(PathOf(name));
        if (KeyEnvelope.KeyOf(stored) is not null)
        {
            return KeyEnvelope.Open(masters, Purpose(name), stored);
        }

        Write(name, stored);
        return stored;
    }

    public void Write(string name, byte[] secret)
    {
        string path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        SecretFile.Replace(path, KeyEnvelope.Seal(masters.Current, Purpose(name), secret));
    }

    /// <summary>Puts each of them under the current master key; what is under it already stays.</summary>
    public KeyRotation Rotate()
    {
        int resealed = 0, already = 0;
        string[] sealedFiles = Directory.Exists(data.Keys) ? Directory.GetFiles(data.Keys, "*.sealed", SearchOption.AllDirectories) : [];
        foreach (string path in sealedFiles.Order(StringComparer.Ordinal))
        {
            if (KeyEnvelope.KeyOf(File.ReadAllBytes(path)) == masters.Current.Id)
            {
                already++;
                continue;
            }

            string name = Path.GetRelativePath(data.Keys, path).Replace(Path.DirectorySeparatorChar, '/')[..^".sealed".Length];
            Write(name, Read(name));
            resealed++;
        }

        return new KeyRotation(resealed, already);
    }

    public string PathOf(string name) => Path.Combine(data.Keys, $"{name.Replace('/', Path.DirectorySeparatorChar)}.sealed");

    /// <summary>Takes over a file that an older program left in the clear, if there is one.</summary>
    public void Adopt(string path, string name)
    {
        if (File.Exists(path))
        {
            if (!File.Exists(PathOf(name)))
            {
                Write(name, File.ReadAllBytes(path));
            }

            File.Delete(path);
        }
    }

    private static string Purpose(string name) => $"file\n{name}";
}
