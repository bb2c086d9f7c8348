using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Headshots.Web.Texts;

namespace Headshots.Web.Localisation;

/// <param name="Key">In every language.</param>
/// <param name="Values">What stands in the sentence where the text has places, in English.</param>
internal sealed record FoundSentence(string Key, IReadOnlyDictionary<string, string> Values);

/// <summary>
/// Finds the text that an English sentence was made of, and what it was made with. The studio writes sentences with figures in
/// them, and one code may have several; rows of past years hold them as they were written. Reading the figures back out of the
/// sentence keeps them in every language without another shape of what is stored and reported.
/// </summary>
internal static partial class SentencePatterns
{
    private const string PhraseStart = "Phrase.";

    private static readonly Dictionary<string, string> English = Load();

    private static readonly ILookup<(string Code, string Part), Sentence> Sentences = English
        .Select(text => (text.Key, Parts: text.Key.Split('.'), text.Value))
        .Where(text => text.Parts[0] == "Problem")
        .ToLookup(text => (text.Parts[1], text.Parts[^1]), text => new Sentence(text.Key, text.Value));

    private static readonly Sentence[] PhrasePatterns =
        [.. English.Where(text => text.Key.StartsWith(PhraseStart, StringComparison.Ordinal)).Select(text => new Sentence(text.Key, text.Value))];

    public static bool HasPlaces(string text) => Place().IsMatch(text);

    /// <summary>By its code, else by what it says; null when no text says that.</summary>
    public static FoundSentence? Find(string code, string part, string english) =>
        First(Sentences[(code, part)], english) ?? First(Sentences.Where(s => s.Key.Part == part).SelectMany(s => s), english);

    /// <summary>A message and the advice that follows it; null when it is not of that make.</summary>
    public static (FoundSentence Message, FoundSentence Advice)? Split(string text)
    {
        foreach (IGrouping<(string Code, string Part), Sentence> messages in Sentences.Where(s => s.Key.Part == "Message"))
        {
            // The message ends with a full stop and a space; so may sentences within it.
            for (int end = text.IndexOf(". ", StringComparison.Ordinal); end >= 0; end = text.IndexOf(". ", end + 1, StringComparison.Ordinal))
            {
                if (First(messages, text[..(end + 1)]) is { } message && First(Sentences[(messages.Key.Code, "Advice")], text[(end + 2)..]) is { } advice)
                {
                    return (message, advice);
                }
            }
        }

        return null;
    }

    /// <summary>The phrases of an enumeration; null when one of its parts is none.</summary>
    public static IReadOnlyList<FoundSentence>? Phrases(string english)
    {
        FoundSentence?[] found = [.. english.Split([", ", English[PhraseStart + "And"]], StringSplitOptions.None).Select(part => First(PhrasePatterns, part))];
        return found.All(f => f is not null) ? [.. found.OfType<FoundSentence>()] : null;
    }

    private static FoundSentence? First(IEnumerable<Sentence> candidates, string sentence) =>
        candidates.Select(c => c.Match(sentence)).FirstOrDefault(found => found is not null);

    private static Dictionary<string, string> Load()
    {
        ResourceManager manager = new(typeof(ProblemTexts));
        return manager.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal);
    }

    /// <summary>A text of the neutral language.</summary>
    private sealed class Sentence(string key, string text)
    {
        // Few have places, and a pattern is dear to make.
        private readonly Lazy<Regex>? _pattern = HasPlaces(text) ? new(() => Pattern(text)) : null;

        public FoundSentence? Match(string sentence)
        {
            if (_pattern is null)
            {
                return sentence == text ? new FoundSentence(key, new Dictionary<string, string>(StringComparer.Ordinal)) : null;
            }

            return _pattern.Value.Match(sentence) is { Success: true } match
                ? new FoundSentence(key, match.Groups.Cast<Group>().Skip(1).ToDictionary(g => g.Name, g => g.Value, StringComparer.Ordinal))
                : null;
        }

        /// <summary>Does not backtrack: some of what is looked at was typed by somebody.</summary>
        private static Regex Pattern(string text)
        {
            string escaped = Regex.Escape(text).Replace("}", "\\}", StringComparison.Ordinal);
            return new Regex("^" + EscapedPlace().Replace(escaped, "(?<$1>.+?)") + "$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
    }

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\\\{(\w+)\\\}")]
    private static partial Regex EscapedPlace();
}
