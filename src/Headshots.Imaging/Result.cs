using System.Diagnostics.CodeAnalysis;

namespace Headshots.Imaging;

/// <summary>An answer or an expected failure. Exceptions are kept for faults.</summary>
public readonly struct Result<TValue, TError>
    where TValue : notnull
    where TError : class
{
    private readonly TValue? _value;

    private Result(TValue? value, TError? error)
    {
        _value = value;
        Error = error;
    }

    /// <summary>The failure; null when there is a value.</summary>
    public TError? Error { get; }

    [MemberNotNullWhen(false, nameof(Error))]
    public bool Ok => Error is null;

    /// <summary>The answer; asking for it after a failure is a fault.</summary>
    public TValue Value => Error is null && _value is not null
        ? _value
        : throw new InvalidOperationException($"There is no value: {Error}");

    public static implicit operator Result<TValue, TError>(TValue value) => new(value, null);

    public static implicit operator Result<TValue, TError>(TError error) => new(default, error);
}
