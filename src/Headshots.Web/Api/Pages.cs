using Headshots.Core.Shared;

namespace Headshots.Web.Api;

/// <summary>A part of a list.</summary>
/// <param name="Items">In order.</param>
/// <param name="Next">Hand it back as <c>cursor</c> to get what follows; null at the end.</param>
internal sealed record ApiPage<T>(IReadOnlyList<T> Items, string? Next)
{
    public static ApiPage<T> Of<TRow>(Slice<TRow> slice, Func<TRow, T> item) => new([.. slice.Items.Select(item)], slice.Next);
}

internal static class Pages
{
    public const int Usual = 50;

    public const int Most = 200;

    public static bool IsSize(int size) => size is >= 1 and <= Most;
}
