using Headshots.Core.Shared;
using Microsoft.Extensions.Localization;

namespace Headshots.Web.Admin;

/// <param name="Message">What is wrong.</param>
/// <param name="Advice">What to do.</param>
internal sealed record ProblemText(string Message, string Advice);

/// <summary>Problems in the reader's language: by their code, else in the business's own words.</summary>
internal sealed class ProblemWords(IStringLocalizer<ProblemTexts> texts)
{
    public ProblemText Of(Problem problem) => new(
        Filled(texts[$"{problem.Code}.Message"], problem, problem.Message),
        Filled(texts[$"{problem.Code}.Advice"], problem, problem.Advice));

    /// <summary>A sentence about one field: the business's English sentence is its own key.</summary>
    public string Field(string sentence) => texts[sentence] is { ResourceNotFound: false } found ? found.Value : sentence;

    private static string Filled(LocalizedString found, Problem problem, string otherwise) => found.ResourceNotFound
        ? otherwise
        : problem.Values.Aggregate(found.Value, (text, value) => text.Replace($"{{{value.Key}}}", value.Value, StringComparison.Ordinal));
}
