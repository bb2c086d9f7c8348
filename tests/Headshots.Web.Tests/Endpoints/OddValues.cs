using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Headshots.Web.Tests.Endpoints;

/// <summary>What nobody types, and somebody sends.</summary>
internal static class OddValues
{
    /// <summary>Would be an element of its own in a page that shows it unescaped.</summary>
    public const string Element = "<hsx onmouseover=alert(1)>";

    /// <summary>Would be an attribute of its own.</summary>
    public const string Attribute = "\" hsy=\"1";

    private static readonly string[] _known =
    [
        "", " ", "\0", "a\0b", "\r\n", "\t", "null", "undefined", "true", "NaN", "Infinity", "-Infinity", "-1", "0", "1e309", "1E400", "0x10", "99999999999999999999",
        "2147483648", "-9223372036854775809", "9223372036854775807", "3.5", "1,5", "٣", "½", "2026-02-30", "0000-00-00", "9999-12-31", "0001-01-01", "10000-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999Z", "0001-01-01T00:00:00+14:00", "2026-13-45",
        "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "{00000000-0000-0000-0000-000000000001}", "not-a-guid",
        Element, Attribute, "<script>alert(1)</script>", "javascript:alert(1)", "';DROP TABLE People;--", "' OR '1'='1", "%", "_", "[a-z]", "\\", "%00", "%zz", "../../etc/passwd", "..\\..\\x", "{{7*7}}", "${7*7}", "{0}", "{0:N9999999}",
        "\u202Eevitatnesrep\u202C", "مرحبا", "שלום", "👩🏽‍🚀🏳️‍🌈", "e\u0301\u0301\u0301", "\uFEFF", "\u200B", "\uFFFD", "a\uD800b", "İıßẞﬁ", "Ǆ", "=1+1", "@SUM(A1)", "+49", "-cmd|'/c calc'!A0",
        "a@b", "a@b@c.example", "\"a b\"@c.example", "x@xn--.example", "a@[127.0.0.1]", "a\r\nBcc: x@y.example", "http://169.254.169.254/", "//evil.example", "/\\evil.example", "~/admin", "https://evil.example",
        "{}", "[]", "{\"a\":1}", "{\"background\":{\"type\":\"image\",\"asset\":\"../x\"}}", "[1,2", "{\"a\":{\"a\":{\"a\":{}}}}", "\"text\"", "AAAA", "====", "eyJhbGciOiJub25lIn0..", "CfDJ8AAAA",
    ];

    private static Gen<string> Long { get; } = from length in Gen.Elements(121, 255, 401, 2001, 10_000, 100_000)
                                               from letter in Gen.Elements("x", "ß", "👩", "\0", "<", " ")
                                               select new StringBuilder().Insert(0, letter, length / letter.Length).ToString();

    private static Gen<string> Mixed { get; } = Gen.NonEmptyListOf(Gen.Elements(_known)).Select(parts => string.Concat(parts.Take(6)));

    public static Gen<string> Text { get; } = Gen.Frequency(
        (6, Gen.Elements(_known)), (1, Long), (2, Mixed), (1, ArbMap.Default.GeneratorFor<string>().Select(s => s ?? string.Empty)));

    public static Gen<JsonNode?> Node { get; } = Gen.Frequency<JsonNode?>(
        (5, Text.Select(t => (JsonNode?)JsonValue.Create(Whole(t)))),
        (2, Gen.Elements<decimal>(0, -1, 1, 3.5m, int.MaxValue, int.MinValue, long.MaxValue, decimal.MaxValue).Select(n => (JsonNode?)JsonValue.Create(n))),
        (1, Gen.Elements(true, false).Select(b => (JsonNode?)JsonValue.Create(b))),
        (1, Gen.Constant<JsonNode?>(null)),
        (1, Gen.Elements(0, 1, 300, 10_000).Select(n => (JsonNode?)new JsonArray([.. Enumerable.Range(0, n).Select(i => (JsonNode)new Guid(i, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10).ToString())]))),
        (1, Gen.Elements(1, 10, 100).Select(n => (JsonNode?)new JsonArray([.. Enumerable.Range(0, n).Select(_ => (JsonNode?)null)]))),
        (1, Text.Select(t => (JsonNode?)new JsonObject { [Whole(t)] = new JsonObject { ["a"] = new JsonArray(new JsonObject()) } })));

    /// <summary>Bodies that are no JSON of the right kind, or none at all.</summary>
    public static Gen<string> Body { get; } = Gen.Elements(
    [
        "", " ", "null", "true", "1", "\"text\"", "[]", "[{}]", "{", "{}}", "{\"name\":", "{\"name\":NaN}", "{\"name\":1e999}", "{\"name\":\"\\u0000\"}", "{\"name\":\"\\uD800\"}", "\uFEFF{}", "<xml/>", "a=b&c=d",
        "{\"name\":\"a\",\"name\":\"b\",\"NAME\":\"c\"}", "{\"dueAt\":\"9999-99-99\"}", "{\"version\":1.5}", "{\"version\":99999999999999999999}", "{\"__proto__\":{\"a\":1},\"$type\":\"System.Object\"}", "{/*c*/}", "{'a':1}",
        new string('[', 2000), new string('{', 100), string.Concat(Enumerable.Repeat("{\"a\":", 200)) + "1" + new string('}', 200), $"{{\"name\":\"{new string('x', 300_000)}\"}}",
    ]);

    public static Gen<byte[]> File { get; } = Gen.OneOf(
        Gen.Elements<byte[]>([], [0], [0xFF, 0xD8, 0xFF], [.. "GIF89a"u8], [.. "<svg onload=alert(1)>"u8], [.. "name;mail\n\"open"u8], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE, 0x00], [.. "name,email\nAda,ada@example.com\n"u8]),
        Gen.Constant(Hosting.MagicStudio.Photo()),
        Text.Select(t => Encoding.UTF8.GetBytes($"Name,E-Mail,Department\n{t},{t},{t}\n")),
        ArbMap.Default.GeneratorFor<byte[]>().Select(b => b ?? []));

    /// <summary>JSON has no halves of characters.</summary>
    private static string Whole(string text) => text.IsNormalizedSafely() ? text : text.Replace('\uD800', '?');

    private static bool IsNormalizedSafely(this string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.GetUnicodeCategory(text[i]) == UnicodeCategory.Surrogate && !(char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[++i])))
            {
                return false;
            }
        }

        return true;
    }
}
