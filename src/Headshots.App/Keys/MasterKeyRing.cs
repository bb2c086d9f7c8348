using System.Text;
using Headshots.App.Hosting;
using Headshots.Core.Privacy.Keys;

namespace Headshots.App.Keys;

/// <summary>The master keys that settings name, or one in the data folder where that is allowed.</summary>
internal sealed class MasterKeyRing : IMasterKeys
{
    private readonly Dictionary<string, MasterKey> _keys;

    private MasterKeyRing(IReadOnlyList<MasterKey> keys, string current, string where, bool besideData)
    {
        _keys = keys.ToDictionary(k => k.Id, StringComparer.Ordinal);
        Current = _keys[current];
        Where = where;
        IsBesideData = besideData;
    }

    public MasterKey Current { get; }

    /// <summary>For people: where they come from.</summary>
    public string Where { get; }

    /// <summary>Whoever takes the data folder has the key too.</summary>
    public bool IsBesideData { get; }

    public int Count => _keys.Count;

    public MasterKey? Find(string id) => _keys.GetValueOrDefault(id);

    public static string PathIn(DataFolder data) => Path.Combine(data.Keys, "master.key");

    /// <param name="data">Where a key may be made.</param>
    /// <param name="configuration">Has the section <see cref="MasterKeyOptions.Section"/>, or none.</param>
    /// <param name="development">Whether a key beside the data needs no consent.</param>
    /// <param name="time">For the id of a new key.</param>
    /// <exception cref="InvalidDataException">No key is configured, or what is configured is none; the message says what to do.</exception>
    public static MasterKeyRing Open(DataFolder data, IConfiguration configuration, bool development, TimeProvider time)
    {
        if (Find(data, configuration, development) is { } found)
        {
            return found;
        }

        data.Create();
        SecretFile.WriteUnlessThere(PathIn(data), Encoding.ASCII.GetBytes($"{MasterKeyLines.New(MasterKeyLines.NewId(time))}\n"));
        return Find(data, configuration, development) ?? throw new InvalidDataException($"The master key {PathIn(data)} was taken away while it was made. Start again.");
    }

    /// <summary>The same without making anything: null when a key may be made and is not there yet.</summary>
    /// <exception cref="InvalidDataException">As <see cref="Open"/>.</exception>
    public static MasterKeyRing? Find(DataFolder data, IConfiguration configuration, bool development)
    {
        MasterKeyOptions options = configuration.GetSection(MasterKeyOptions.Section).Get<MasterKeyOptions>() ?? new MasterKeyOptions();
        if (options.File.Length > 0)
        {
            string path = Path.GetFullPath(options.File);
            if (!File.Exists(path))
            {
                throw new InvalidDataException($"The file of master keys {path} (Keys:File) is not there. Make it with \"headshots keys new > {path}\", or bring it back: photos cannot be read without it.");
            }

            return Of(MasterKeyLines.Parse(File.ReadAllText(path), path), options.Current, path, Beside(data, path));
        }

        if (options.Ring.Count > 0)
        {
            return Of(
                [.. options.Ring.Select(k => MasterKeyLines.Of(k.Key, k.Value) ?? throw new InvalidDataException(
                    $"Keys:Ring:{k.Key} is no master key: it must be {MasterKey.Length} bytes as base64. \"headshots keys new\" makes one."))],
                options.Current,
                "settings (Keys:Ring)",
                InSettingsFile(data));
        }

        return development || options.BesideData ? InData(data, options) : throw new InvalidDataException(
            "No master key is configured, and without one photos would lie here for everybody who gets hold of the data folder. " +
            "Make one with \"headshots keys new > /safe/place/headshots.keys\" and name it in HEADSHOTS_Keys__File; " +
            "or, on a machine that nobody else reaches, set HEADSHOTS_Keys__BesideData=true to keep it in the data folder.");
    }

    private static MasterKeyRing? InData(DataFolder data, MasterKeyOptions options)
    {
        string path = PathIn(data);
        return File.Exists(path) ? Of(MasterKeyLines.Parse(File.ReadAllText(path), path), options.Current, path, besideData: true) : null;
    }

    private static MasterKeyRing Of(IReadOnlyList<MasterKey> keys, string current, string where, bool besideData)
    {
        if (keys.Count == 0)
        {
            throw new InvalidDataException($"{where} holds no master key. \"headshots keys new\" makes one.");
        }

        if (current.Length > 0 && keys.All(k => k.Id != current))
        {
            throw new InvalidDataException($"Keys:Current is \"{current}\", and there is no such key in {where}.");
        }

        return current.Length == 0 && keys.Count > 1 && where.StartsWith("settings", StringComparison.Ordinal)
            ? throw new InvalidDataException("Keys:Ring has several master keys. Say in Keys:Current which one is written with.")
            : new MasterKeyRing(keys, current.Length > 0 ? current : keys[^1].Id, where, besideData);
    }

    private static bool Beside(DataFolder data, string path) =>
        !Path.GetRelativePath(data.Root, path).StartsWith("..", StringComparison.Ordinal) && !Path.IsPathRooted(Path.GetRelativePath(data.Root, path));

    /// <summary>Settings may come from the environment or from the file that lies in the data folder.</summary>
    private static bool InSettingsFile(DataFolder data) =>
        new ConfigurationBuilder().AddJsonFile(data.Settings, optional: true, reloadOnChange: false).Build().GetSection($"{MasterKeyOptions.Section}:Ring").Exists();
}
