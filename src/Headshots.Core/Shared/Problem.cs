namespace Headshots.Core.Shared;

/// <summary>An expected failure. Each feature names its own in a <c>…Problems</c> class.</summary>
/// <param name="Code">Stable, for programs and for translations: <c>invitation_expired</c>.</param>
/// <param name="Message">One sentence for the person in front of the screen: what is wrong.</param>
/// <param name="Advice">One sentence: what to do next.</param>
public sealed record Problem(string Code, string Message, string Advice)
{
    public ProblemKind Kind { get; init; } = ProblemKind.Invalid;

    /// <summary>What is wrong with which field of the request; empty unless the request was malformed.</summary>
    public IReadOnlyList<FieldProblem> Fields { get; init; } = [];

    /// <summary>Values that the texts were made with, by name, so that a translation can use them.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public override string ToString() => $"{Code}: {Message} {Advice}";
}

/// <param name="Field">Name of the request's property, as in a form.</param>
/// <param name="Message">One sentence.</param>
public sealed record FieldProblem(string Field, string Message);

/// <summary>What sort of failure it is; the web answers with 400, 404, 409, 403, 410 or 429.</summary>
public enum ProblemKind
{
    Invalid,
    NotFound,
    Conflict,
    Forbidden,
    Gone,
    TooMany,
}

/// <summary>Failures that every feature knows.</summary>
public static class SharedProblems
{
    public static Problem NotFound { get; } =
        new("not_found", "This does not exist, or no longer.", "Go back to the list and look there.") { Kind = ProblemKind.NotFound };

    /// <summary>Somebody else changed it in the meantime.</summary>
    public static Problem Changed { get; } =
        new("changed_meanwhile", "Somebody else changed this while you were working on it.", "Reload the page and do it again.")
        { Kind = ProblemKind.Conflict };

    public static Problem Forbidden { get; } =
        new("forbidden", "Your role does not allow this.", "Ask an owner of your company's account.") { Kind = ProblemKind.Forbidden };
}
