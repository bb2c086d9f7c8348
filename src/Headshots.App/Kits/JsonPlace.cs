using System.Text;
using System.Text.Json;

namespace Headshots.App.Kits;

/// <summary>Finds where in a document a JSON path points.</summary>
internal static class JsonPlace
{
    /// <param name="json">A well-formed document; comments and trailing commas are allowed.</param>
    /// <param name="path"><c>$.a.b[0].c</c></param>
    /// <returns>1-based line and byte column of the value, or null where the document has none there.</returns>
    public static (long Line, long Column)? Find(string json, string path)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json);
        Utf8JsonReader reader = new(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        Stack<Level> levels = new();
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    levels.Peek().Name = reader.GetString();
                    continue;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    levels.Pop();
                    continue;
            }

            if (levels.TryPeek(out Level? inside))
            {
                inside.Index++;
            }

            if (PathOf(levels) == path)
            {
                return Locate(bytes, (int)reader.TokenStartIndex);
            }

            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                levels.Push(new Level());
            }
        }

        return null;
    }

    private static string PathOf(Stack<Level> levels) =>
        "$" + string.Concat(levels.Reverse().Select(l => l.Name is null ? $"[{l.Index}]" : $".{l.Name}"));

    private static (long Line, long Column) Locate(ReadOnlySpan<byte> bytes, int offset)
    {
        ReadOnlySpan<byte> before = bytes[..offset];
        return (before.Count((byte)'\n') + 1, offset - before.LastIndexOf((byte)'\n'));
    }

    /// <summary>An open object (its current property) or array (its current element).</summary>
    private sealed class Level
    {
        public string? Name { get; set; }

        public int Index { get; set; } = -1;
    }
}
