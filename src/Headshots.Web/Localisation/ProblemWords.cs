using System.Globalization;
using Headshots.Core.Rendering;
using Headshots.Core.Shared;
using Headshots.Web.Texts;
using Microsoft.Extensions.Localization;

namespace Headshots.Web.Localisation;

/// <summary>
/// What the business and the studio say, in the reader's language, by code. Their own sentences are English and are shown where a
/// language has none.
/// </summary>
internal sealed class ProblemWords(IStringLocalizer<ProblemTexts> texts)
{
    private static readonly string[] Everywhere = ["Problem."];
    private static readonly string[] Portal = ["Portal.", "Problem."];
    private static readonly string[] Form = ["Form.", "Portal.", "Problem."];

    public string Message(Problem problem) => Say(Everywhere, problem, "Message", problem.Message);

    public string Advice(Problem problem) => Say(Everywhere, problem, "Advice", problem.Advice);

    public string Whole(Problem problem) => $"{Message(problem)} {Advice(problem)}";

    /// <summary>To a member of the portal, who can do things about it that an employee cannot.</summary>
    public ProblemText Of(Problem problem) => Of(Portal, problem);

    /// <summary>Above a form that is shown again with what was typed.</summary>
    public ProblemText OfForm(Problem problem) => Of(Form, problem);

    public string Message(VerdictReason reason) => Sentence(reason.Code, "Message", reason.Message);

    public string Advice(VerdictReason reason) => Sentence(reason.Code, "Advice", reason.Advice);

    public string Whole(VerdictReason reason) => $"{Message(reason)} {Advice(reason)}".Trim();

    /// <summary>
    /// A message with its advice that was stored as one text, without its code; a text that is none of them, for instance because
    /// somebody wrote it, comes back as it is.
    /// </summary>
    public string Stored(string text) =>
        IsEnglish || SentencePatterns.Split(text) is not { } parts ? text : $"{Pour(parts.Message)} {Pour(parts.Advice)}";

    /// <summary>A sentence about one field: the business's English sentence is its own key.</summary>
    public string Field(string sentence) => texts[$"Field.{sentence}"] is { ResourceNotFound: false } found ? found.Value : sentence;

    private static bool IsEnglish => CultureInfo.CurrentUICulture.Name is "" or "en";

    private ProblemText Of(string[] voices, Problem problem) =>
        new(Say(voices, problem, "Message", problem.Message), Say(voices, problem, "Advice", problem.Advice));

    private string Say(string[] voices, Problem problem, string part, string english)
    {
        foreach (string voice in voices)
        {
            if (texts[$"{voice}{problem.Code}.{part}"] is { ResourceNotFound: false } found && (problem.Values.Count > 0 || !SentencePatterns.HasPlaces(found.Value)))
            {
                return problem.Values.Aggregate(found.Value, (text, value) => Put(text, value.Key, value.Value));
            }
        }

        // What the studio said of a file that is no photo comes as a problem too, with its own code or under a kit's.
        return Sentence(problem.Code, part, english);
    }

    private string Sentence(string code, string part, string english)
    {
        if (IsEnglish)
        {
            return english;
        }

        if (SentencePatterns.Find(code, part, english) is { } found)
        {
            return Pour(found);
        }

        // Worded otherwise than it is today: what it means is known by the code still, figures are not.
        return texts[$"Problem.{code}.{part}"] is { ResourceNotFound: false } plain && !SentencePatterns.HasPlaces(plain.Value) ? plain.Value : english;
    }

    private string Pour(FoundSentence found) => found.Values.Aggregate(texts[found.Key].Value, (text, value) => Put(text, value.Key, Phrases(value.Value)));

    /// <summary>A figure or a name stays what it is; words between them ("24 % larger and 3 % of the height higher") have texts of their own.</summary>
    private string Phrases(string english)
    {
        if (SentencePatterns.Phrases(english) is not { } phrases)
        {
            return double.TryParse(english, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
                ? english.Replace(".", CultureInfo.CurrentUICulture.NumberFormat.NumberDecimalSeparator, StringComparison.Ordinal)
                : english;
        }

        string[] parts = [.. phrases.Select(Pour)];
        return parts.Length == 1 ? parts[0] : string.Join(", ", parts[..^1]) + texts["Phrase.And"] + parts[^1];
    }

    private static string Put(string text, string name, string value) => text.Replace($"{{{name}}}", value, StringComparison.Ordinal);
}
