using System.Collections.Frozen;
using System.Text;

namespace Headshots.Persistence.Shared;

/// <summary>
/// Text as it is searched: lower case, without accents, "ß" as "ss". With a table of our own, since the program runs without
/// culture data (where .NET decomposes nothing) and both databases must find the same.
/// </summary>
internal static class FoldedText
{
    /// <summary>The column beside the text.</summary>
    public const string Property = "Folded";

    // Latin, Greek and Cyrillic letters by what is left of them when their marks are gone (Unicode's compatibility decomposition),
    // and letters that decompose to nothing but are written so where the letter is not at hand.
    private static readonly FrozenDictionary<char, string> Plain = new (string Base, string Letters)[]
    {
        ("a", "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"), ("ae", "æǣǽ"), ("b", "ḃḅḇƀ"), ("c", "çćĉċčḉ"), ("d", "ďḋḍḏḑḓđðɖ"), ("dz", "ǆǳ"),
        ("e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"), ("f", "ḟ"), ("ff", "ﬀ"), ("ffi", "ﬃ"), ("ffl", "ﬄ"), ("fi", "ﬁ"), ("fl", "ﬂ"),
        ("g", "ĝğġģǧǵḡǥ"), ("h", "ĥȟḣḥḧḩḫẖħ"), ("i", "ìíîïĩīĭįǐȉȋḭḯỉịı"), ("ij", "ĳ"), ("j", "ĵǰ"), ("k", "ķǩḱḳḵĸ"),
        ("l", "ĺļľḷḹḻḽłƚŀ"), ("lj", "ǉ"), ("m", "ḿṁṃ"), ("n", "ñńņňǹṅṇṉṋŋŉ"), ("nj", "ǌ"), ("o", "òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợøǿɵ"),
        ("oe", "œ"), ("p", "ṕṗ"), ("r", "ŕŗřȑȓṙṛṝṟ"), ("s", "śŝşšſșṡṣṥṧṩẛ"), ("ss", "ßẞ"), ("st", "ﬅﬆ"), ("t", "ţťțṫṭṯṱẗŧ"), ("th", "þ"),
        ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"), ("v", "ṽṿ"), ("w", "ŵẁẃẅẇẉẘ"), ("x", "ẋẍ"), ("y", "ýÿŷȳẏẙỳỵỷỹ"), ("z", "źżžẑẓẕƶ"),
        ("α", "ά"), ("ε", "έ"), ("η", "ή"), ("ι", "ΐίϊ"), ("ο", "ό"), ("σ", "ς"), ("υ", "ΰϋύ"), ("ω", "ώ"),
        ("а", "ӑӓ"), ("г", "ѓ"), ("е", "ѐёӗ"), ("ж", "ӂӝ"), ("з", "ӟ"), ("и", "йѝӣӥ"), ("к", "ќ"), ("о", "ӧ"), ("у", "ўӯӱӳ"), ("ч", "ӵ"),
        ("ы", "ӹ"), ("э", "ӭ"), ("і", "ї"),
    }.SelectMany(e => e.Letters.Select(letter => (letter, e.Base))).ToFrozenDictionary(e => e.letter, e => e.Base);

    public static string Fold(string text)
    {
        StringBuilder folded = new(text.Length);
        foreach (char c in text)
        {
            char lower = char.ToLowerInvariant(c);
            if (lower is >= '\uff01' and <= '\uff5e')
            {
                // The wide forms of ASCII that Asian keyboards write.
                lower = char.ToLowerInvariant((char)(lower - 0xfee0));
            }

            if (Plain.TryGetValue(lower, out string? plain))
            {
                folded.Append(plain);
            }
            else if (lower is < '\u0300' or > '\u036f')
            {
                folded.Append(lower);
            }
        }

        return folded.ToString();
    }

    /// <summary>A LIKE pattern for what contains this, whose <c>%</c>, <c>_</c> and <c>[</c> mean themselves.</summary>
    public static string Containing(string search) => $"%{Escape(Fold(search.Trim()))}%";

    public const string EscapeCharacter = "\\";

    public static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal);
}
