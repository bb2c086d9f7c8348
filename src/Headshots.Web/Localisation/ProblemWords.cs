using System.Globalization;
using Headshots.Core.Rendering;
using Headshots.Core.Shared;
using Headshots.Web.Texts;
using Microsoft.Extensions.Localization;

namespace Headshots.Web.Localisation;

/// <summary>
/// What the business and the studio say, in the reader's language. Their own sentences are English and may hold figures; other
/// languages look theirs up by the code, and say it in English where they have none.
/// </summary>
internal sealed class ProblemWords(IStringLocalizer<ProblemTexts> texts)
{
    public string Message(Problem problem) => Find(problem.Code, "Message", problem.Message, problem.Values);

    public string Advice(Problem problem) => Find(problem.Code, "Advice", problem.Advice, problem.Values);

    public string Whole(Problem problem) => $"{Message(problem)} {Advice(problem)}";

    public string Message(VerdictReason reason) => Find(reason.Code, "Message", reason.Message, null);

    public string Advice(VerdictReason reason) => Find(reason.Code, "Advice", reason.Advice, null);

    private string Find(string code, string part, string english, IReadOnlyDictionary<string, string>? values)
    {
        if (CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" || texts[$"Problem.{code}.{part}"] is not { ResourceNotFound: false } found)
        {
            return english;
        }

        string text = found.Value;
        foreach ((string name, string value) in values ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            text = text.Replace("{" + name + "}", value, StringComparison.Ordinal);
        }

        return text;
    }
}
