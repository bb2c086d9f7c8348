using Headshots.Architecture.Tests.Sources;

namespace Headshots.Architecture.Tests.Documents;

/// <summary>Each rule is broken on purpose, so that the test that guards it is known to fail.</summary>
public sealed class AsvsRulesTests
{
    private static readonly SourceFile[] Files =
    [
        new("src/A/Serving/Pipeline.cs", "class Pipeline;"),
        new("tests/A.Tests/DoorTests.cs", "public void Open_ByNobody_StaysShut() { }"),
        new("infra/docs/kits.md", "# Kits"),
    ];

    [Theory]
    [InlineData("V1.1.1 V1.1.2 V1.2.1 V2.1.1 V10.1.1", 0)]
    [InlineData("V1.1.1 V1.1.1", 1)]
    [InlineData("V1.2.1 V1.1.1", 1)]
    [InlineData("V1.1", 1)]
    [InlineData("V18.1.1 V1.0.1 V1.1.1a", 3)]
    public void IdsAreInOrder_OnSomeIds_CountsBreaches(string ids, int breaches) =>
        Assert.Equal(breaches, AsvsRules.IdsAreInOrder([.. ids.Split(' ').Select(id => Line(id))]).Count());

    [Theory]
    [InlineData(70, 183, 0)]
    [InlineData(69, 183, 1)]
    [InlineData(71, 182, 2)]
    public void LevelsAreWhole_OnSomeLines_CountsBreaches(int ones, int twos, int breaches) => Assert.Equal(breaches, AsvsRules.LevelsAreWhole(
        [.. Enumerable.Repeat(Line("V1.1.1") with { Level = "1" }, ones), .. Enumerable.Repeat(Line("V1.1.1") with { Level = "2" }, twos)]).Count());

    [Theory]
    [InlineData("met", "`Pipeline.cs`", 0)]
    [InlineData("met", "`DoorTests.Open_ByNobody_StaysShut`", 0)]
    [InlineData("met", "we are careful", 1)]
    [InlineData("open", "nothing yet", 0)]
    [InlineData("not applicable", "there is none", 0)]
    [InlineData("almost", "`Pipeline.cs`", 1)]
    public void StateIsShown_OnOneLine_CountsBreaches(string state, string where, int breaches) =>
        Assert.Equal(breaches, AsvsRules.StateIsShown(Line("V1.1.1") with { State = state, Where = where }).Count());

    [Theory]
    [InlineData("`Pipeline.cs`, `Serving/Pipeline.cs` and `no-store`", 0)]
    [InlineData("`Pipelines.cs`", 1)]
    [InlineData("`line.cs`", 1)]
    [InlineData("`DoorTests.Open_ByNobody_StaysShut`", 0)]
    [InlineData("`DoorTests.Open_ByNobody_Stays`", 1)]
    [InlineData("`GateTests.Open_ByNobody_StaysShut`", 1)]
    [InlineData("[kits](kits.md)", 0)]
    [InlineData("[kits](adr/kits.md)", 1)]
    public void NamedIsThere_OnOneLine_CountsBreaches(string where, int breaches) =>
        Assert.Equal(breaches, AsvsRules.NamedIsThere(Line("V1.1.1") with { Where = where }, Files).Count());

    [Theory]
    [InlineData("| V1 Words | 1 | 0 | 1 | 2 |\n| **all** | 1 | 0 | 1 | 2 |", 0)]
    [InlineData("| V1 Words | 2 | 0 | 0 | 2 |\n| **all** | 1 | 0 | 1 | 2 |", 1)]
    [InlineData("| V11 Words | 1 | 0 | 1 | 2 |", 2)]
    public void CountsAreRight_OnTwoLines_CountsBreaches(string counts, int breaches)
    {
        string document = counts + "\n\n| V1.1.1 | 1 | Care | met | `Pipeline.cs` |\n| V1.1.2 | 2 | More care | open | not yet |\n";

        Assert.Equal(breaches, AsvsRules.CountsAreRight(AsvsLine.Read(document), document).Count());
    }

    private static AsvsLine Line(string id) => new(id, "1", AsvsRules.Met, "`Pipeline.cs`");
}
