namespace Headshots.Web.Localisation;

/// <param name="Message">What is wrong.</param>
/// <param name="Advice">What to do.</param>
internal sealed record ProblemText(string Message, string Advice)
{
    public string Whole => $"{Message} {Advice}".Trim();
}
