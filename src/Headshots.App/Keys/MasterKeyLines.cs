using System.Security.Cryptography;
using Headshots.Core.Privacy.Keys;

namespace Headshots.App.Keys;

/// <summary>Master keys as text: <c>ID BASE64</c>, one to a line; empty lines and lines that begin with <c>#</c> are passed over.</summary>
internal static class MasterKeyLines
{
    /// <exception cref="InvalidDataException">A line is none; the message says which, never what is in it.</exception>
    public static IReadOnlyList<MasterKey> Parse(string text, string where)
    {
        List<MasterKey> keys = [];
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].Trim();
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            string[] parts = line.Split([' ', '\t', ':'], StringSplitOptions.RemoveEmptyEntries);
            MasterKey key = parts.Length == 2 && Of(parts[0], parts[1]) is { } read
                ? read
                : throw new InvalidDataException($"{where}, line {i + 1} is no master key. A line is an id, a blank, and {MasterKey.Length} bytes as base64; \"headshots keys new\" makes one.");
            if (keys.Exists(k => k.Id == key.Id))
            {
                throw new InvalidDataException($"{where} has two master keys called \"{key.Id}\". Give one of them another id.");
            }

            keys.Add(key);
        }

        return keys;
    }

    /// <summary>Null when it is none.</summary>
    public static MasterKey? Of(string id, string base64)
    {
        byte[] secret = new byte[MasterKey.Length + 1];
        return MasterKey.IsId(id) && Convert.TryFromBase64String(base64.Trim(), secret, out int length) && length == MasterKey.Length
            ? new MasterKey(id, secret.AsSpan(0, length))
            : null;
    }

    /// <summary>A new key, as a line.</summary>
    public static string New(string id) => $"{id} {Convert.ToBase64String(RandomNumberGenerator.GetBytes(MasterKey.Length))}";

    /// <summary>An id that no other installation has, so that a key that was lost is not taken for another.</summary>
    public static string NewId(TimeProvider time) => $"{time.GetUtcNow():yyyy-MM-dd}-{RandomNumberGenerator.GetHexString(6, lowercase: true)}";
}
