using Headshots.Architecture.Tests.Sources;
using Headshots.TestKit;

namespace Headshots.Architecture.Tests.Documents;

/// <summary>Keeps infra/docs/asvs.md whole, and what it names alive.</summary>
public sealed class AsvsTests
{
    private static readonly IReadOnlyList<SourceFile> Files = [.. SourceFile.Under(Repository.Root)];

    private static readonly string Document = Files.Single(f => f.Path == "infra/docs/asvs.md").Text;

    private static readonly IReadOnlyList<AsvsLine> Lines = AsvsLine.Read(Document);

    [Fact]
    public void Lines_OfTheTable_AreEveryRequirementOnce() => Assert.Empty(AsvsRules.IdsAreInOrder(Lines).Concat(AsvsRules.LevelsAreWhole(Lines)));

    [Fact]
    public void Lines_OfTheTable_HaveAStateAndShowWhatIsMet() => Assert.Empty(Lines.SelectMany(AsvsRules.StateIsShown));

    [Fact]
    public void Lines_OfTheTable_NameWhatIsThere() => Assert.Empty(Lines.SelectMany(l => AsvsRules.NamedIsThere(l, Files)));

    [Fact]
    public void Counts_AtTheTop_AreThoseOfTheLines() => Assert.Empty(AsvsRules.CountsAreRight(Lines, Document));
}
