using Headshots.TestKit;

namespace Headshots.Architecture.Tests.Sources;

public sealed class SourceTests
{
    private static readonly IReadOnlyList<SourceFile> All = [.. SourceFile.Under(Repository.Root)];

    [Fact]
    public void Code_InEveryProject_HasTheNamespaceOfItsFolder() =>
        Assert.Empty(Code().SelectMany(SourceRules.NamespaceIsFolder));

    [Fact]
    public void Code_InEveryProject_HasNamesThatSaySomething() =>
        Assert.Empty(Code().SelectMany(SourceRules.NameSaysSomething));

    [Fact]
    public void Code_InEveryProject_HasNoRegions() => Assert.Empty(Code().SelectMany(SourceRules.HasNoRegions));

    [Fact]
    public void Files_OfTheWholeRepository_NameNoRegistry() =>
        Assert.Empty(All.Where(f => !f.Path.StartsWith("tests/Headshots.Architecture.Tests/Sources/", StringComparison.Ordinal))
            .SelectMany(SourceRules.NamesNoRegistry));

    [Fact]
    public void Files_OfTheProduct_NameNoSharedFolder() =>
        Assert.Empty(All.Where(f => f.Path.StartsWith("src/", StringComparison.Ordinal)).SelectMany(SourceRules.NamesNoSharedFolder));

    private static IEnumerable<SourceFile> Code()
    {
        IEnumerable<SourceFile> code = All.Where(f => f.Folders is ["src" or "tests", _, ..]);
        Assert.Contains(code, f => f.Path == "src/Headshots.Imaging/Result.cs");
        return code;
    }
}
