using Headshots.Core.Rendering;
using Headshots.Core.Shared;

namespace Headshots.Core.BrandKits;

public static class BrandKitProblems
{
    public static Problem SpecInvalid(IReadOnlyList<SpecProblem> found) =>
        new("kit_invalid", "The kit says something that is not allowed.", "Look at the marked fields.")
        {
            Fields = [.. found.Select(p => new FieldProblem(p.Path, p.Message))],
        };

    public static Problem NeverPublished { get; } =
        new("kit_never_published", "This kit has no published version yet.", "Publish it first.") { Kind = ProblemKind.Conflict };

    public static Problem InUse { get; } =
        new("kit_in_use", "A campaign that is running uses this kit.", "Close the campaign first, or give it another kit.") { Kind = ProblemKind.Conflict };

    public static Problem AssetUnreadable(string message, string advice) => new("kit_asset_unreadable", message, advice);

    public static Problem AssetMissing(string name) =>
        new("kit_asset_missing", $"The kit names the picture {name}, which was not uploaded.", "Upload it, or choose another background.")
        {
            Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = name },
        };

    public static Problem NothingChanged { get; } =
        new("kit_nothing_changed", "The draft says the same as the published version.", "Change something before publishing.") { Kind = ProblemKind.Conflict };
}
