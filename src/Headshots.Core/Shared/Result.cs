using System.Diagnostics.CodeAnalysis;

namespace Headshots.Core.Shared;

/// <summary>An answer, or an expected failure in the user's words. Exceptions are kept for faults.</summary>
public readonly struct Result<T>
    where T : notnull
{
    private readonly T? _value;

    private Result(T? value, Problem? problem)
    {
        _value = value;
        Problem = problem;
    }

    /// <summary>The failure; null when there is a value.</summary>
    public Problem? Problem { get; }

    [MemberNotNullWhen(false, nameof(Problem))]
    public bool Ok => Problem is null;

    /// <summary>The answer; asking for it after a failure is a fault.</summary>
    public T Value => Problem is null && _value is not null
        ? _value
        : throw new InvalidOperationException($"There is no value: {Problem}");

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Problem problem) => new(default, problem);
}

/// <summary>The answer of what has nothing to say but that it was done.</summary>
public readonly record struct Done;
