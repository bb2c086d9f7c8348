using Headshots.App.Photos;
using Headshots.Imaging;
using Headshots.Studio.Kits;
using Headshots.Studio.Specs;

namespace Headshots.App.Kits;

/// <summary>Why a kit cannot be used: one line per problem, ready to be shown.</summary>
internal sealed record KitErrors(IReadOnlyList<string> Lines);

/// <summary>Finds and reads the kit a user means, and the files beside it.</summary>
internal static class KitFile
{
    /// <summary>A kit is a small document; anything larger is another file.</summary>
    private const long MaxBytes = 1 << 20;

    /// <summary>A path, the name of a ready kit, or null for the first ready kit.</summary>
    public static Result<Kit, KitErrors> Read(string? pathOrName)
    {
        if (pathOrName is null)
        {
            return Ready(ReadyKits.Names[0]);
        }

        if (Directory.Exists(pathOrName))
        {
            return new KitErrors([$"{pathOrName}: this is a folder; a kit is a file"]);
        }

        if (!File.Exists(pathOrName))
        {
            return ReadyKits.Names.Contains(pathOrName, StringComparer.Ordinal)
                ? Ready(pathOrName)
                : new KitErrors([$"{pathOrName}: there is no such file, and the ready kits are {string.Join(", ", ReadyKits.Names)}"]);
        }

        try
        {
            Result<byte[], Unread> read = BoundedFile.Read(pathOrName, MaxBytes);
            return read.Ok ? Parse(pathOrName, Text(read.Value)) : new KitErrors([$"{pathOrName}: {InWords(read.Error)}"]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new KitErrors([$"{pathOrName}: {e.Message}"]);
        }
    }

    private static string InWords(Unread why) => why == Unread.TooLarge
        ? "a kit has at most 1 MB, this is another file"
        : "there is nothing in it; a kit is a JSON document in a file, not a pipe or a device";

    /// <summary>Of whatever Unicode encoding its first bytes tell, UTF-8 if they tell nothing.</summary>
    private static string Text(byte[] bytes)
    {
        using StreamReader reader = new(new MemoryStream(bytes));
        return reader.ReadToEnd();
    }

    /// <summary>What ships with the program refers to no files.</summary>
    private static Kit Ready(string name) => new(ReadyKits.Get(name), KitAssets.None);

    private static Result<Kit, KitErrors> Parse(string path, string json)
    {
        Result<PortraitSpec, SpecErrors> parsed = PortraitSpec.Parse(json);
        if (!parsed.Ok)
        {
            return new KitErrors([.. parsed.Error.Errors.Select(e => Line(path, json, e))]);
        }

        Result<KitAssets, SpecErrors> assets = KitFolder.Read(path, parsed.Value);
        return assets.Ok
            ? new Kit(parsed.Value, assets.Value)
            : new KitErrors([.. assets.Error.Errors.Select(e => Line(path, json, e))]);
    }

    private static string Line(string path, string json, SpecError error)
    {
        (long Line, long Column)? place = error.Line is { } line && error.Column is { } column
            ? (line, column)
            : JsonPlace.Find(json, error.Path);
        return place is { } at
            ? $"{path}:{at.Line}:{at.Column}: {error.Path}: {error.Message}"
            : $"{path}: {error.Path}: {error.Message}";
    }
}
