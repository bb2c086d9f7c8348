namespace Headshots.Core.Shared;

/// <summary>A part of a list that may be long.</summary>
/// <param name="Items">In order.</param>
/// <param name="Next">Opaque; hand it back to get what follows. Null at the end.</param>
/// <param name="Total">How many there are in all, when that was asked for.</param>
public sealed record Slice<T>(IReadOnlyList<T> Items, string? Next, int? Total = null);
