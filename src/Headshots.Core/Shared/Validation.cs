using FluentValidation;
using FluentValidation.Results;

namespace Headshots.Core.Shared;

/// <summary>Turns what a validator found into a problem.</summary>
internal static class Validation
{
    /// <summary>Null when the request is well formed.</summary>
    public static Problem? Check<T>(IValidator<T> validator, T request)
    {
        ValidationResult found = validator.Validate(request);
        return found.IsValid
            ? null
            : new Problem("invalid_request", "Something in the form is not right yet.", "Look at the marked fields.")
            {
                Fields = [.. found.Errors.Select(e => new FieldProblem(e.PropertyName, e.ErrorMessage))],
            };
    }
}
