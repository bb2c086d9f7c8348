using Headshots.Core.Shared;
using Headshots.Web.Localisation;
using Microsoft.AspNetCore.Http;

namespace Headshots.Web.Api;

/// <summary>Problems as RFC 9457 problem details. The business's code is the type, so that programs need no prose.</summary>
internal static class Answers
{
    public static IResult Of(Problem problem) => Of(problem, ProblemStatus.Of(problem.Kind));

    /// <summary>For a number that nobody said more about.</summary>
    public static IResult Status(int status) => Of(ApiFaults.Of(status), status);

    public static IResult Of(Problem problem, int status)
    {
        Dictionary<string, object?> more = new(StringComparer.Ordinal) { ["code"] = problem.Code };
        if (problem.Fields.Count > 0)
        {
            more["errors"] = problem.Fields.GroupBy(f => f.Field, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(f => f.Message).ToArray(), StringComparer.Ordinal);
        }

        return Results.Problem(
            title: problem.Message, detail: problem.Advice, statusCode: status, type: $"urn:headshots:problem:{problem.Code}", extensions: more);
    }

    public static IResult Ok<T>(Result<T> result, Func<T, IResult> answer)
        where T : notnull => result.Ok ? answer(result.Value) : Of(result.Problem);
}
