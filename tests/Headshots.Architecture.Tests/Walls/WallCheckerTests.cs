using System.Xml.Linq;
using Mono.Cecil;

namespace Headshots.Architecture.Tests.Walls;

/// <summary>Each wall is broken on purpose, so that the test that guards it is known to fail.</summary>
public sealed class WallCheckerTests
{
    private static readonly Wall Core = new("Headshots.Inner", [], []);
    private static readonly Wall Outer = new("Headshots.Outer", ["Headshots.Inner"], ["Some.Library"]);

    [Fact]
    public void Check_ProjectsThatKeepToTheTable_FindsNothing()
    {
        ProjectFacts inner = new ProjectFacts("Headshots.Inner").WithAssembly(Fixture.Referencing("System.Runtime"));
        ProjectFacts outer = new ProjectFacts("Headshots.Outer")
            .WithProjectFile(Fixture.ProjectFile("ProjectReference", "../Headshots.Inner/Headshots.Inner.csproj"))
            .WithAssembly(Fixture.Referencing("System.Runtime", "Headshots.Inner", "Some.Library"));

        Assert.Empty(Check([Core, Outer], inner, outer));
    }

    [Fact]
    public void Check_ProjectWithoutRow_IsNamed() =>
        Assert.Equal(["Headshots.New has no row in the wall table"], Check([], new ProjectFacts("Headshots.New")));

    [Fact]
    public void Check_RowWithoutProject_IsNamed() =>
        Assert.Equal(["Headshots.Inner has a row in the wall table but is no project"], Check([Core]));

    [Fact]
    public void Check_ForbiddenProjectReference_IsNamed()
    {
        XDocument file = Fixture.ProjectFile("ProjectReference", @"..\Headshots.Outer\Headshots.Outer.csproj");

        Assert.Equal(
            ["Headshots.Inner references the project Headshots.Outer"],
            Check([Core], new ProjectFacts("Headshots.Inner").WithProjectFile(file)));
    }

    [Theory]
    [InlineData("PackageReference", "Spectre.Console")]
    [InlineData("PackageReference", "Microsoft.EntityFrameworkCore")]
    [InlineData("FrameworkReference", "Microsoft.AspNetCore.App")]
    public void Check_ForbiddenPackage_IsNamed(string kind, string package) => Assert.Equal(
        [$"Headshots.Inner references the package {package}"],
        Check([Core], new ProjectFacts("Headshots.Inner").WithProjectFile(Fixture.ProjectFile(kind, package))));

    [Theory]
    [InlineData("Headshots.Outer", "Headshots.Inner uses Headshots.Outer")]
    [InlineData("System.CommandLine", "Headshots.Inner uses the library System.CommandLine")]
    [InlineData("Microsoft.AspNetCore.Http", "Headshots.Inner uses the library Microsoft.AspNetCore.Http")]
    public void Check_ForbiddenAssembly_IsNamedEvenWhereTheProjectFileHidesIt(string reference, string expected) => Assert.Equal(
        [expected],
        Check([Core], new ProjectFacts("Headshots.Inner").WithAssembly(Fixture.Referencing(reference))));

    [Fact]
    public void Check_WebAssembly_IsAllowedOnlyWhereTheWallNamesTheFramework()
    {
        ProjectFacts project = new ProjectFacts("Headshots.Inner").WithAssembly(Fixture.Referencing("Microsoft.AspNetCore.Http"));

        Assert.Single(Check([Core], project));
        Assert.Empty(Check([Core with { Packages = ["Microsoft.AspNetCore.App"] }], project));
    }

    [Fact]
    public void Check_PlatformInvoke_IsNamed()
    {
        ProjectFacts project = new ProjectFacts("Headshots.Inner").WithAssembly(Fixture.CallingNative("getpid"));

        string broken = Assert.Single(Check([Core], project));
        Assert.Contains("calls native code", broken, StringComparison.Ordinal);
        Assert.Contains("getpid", broken, StringComparison.Ordinal);
        Assert.Empty(Check([Core with { CallsNativeCode = true }], project));
    }

    [Fact]
    public void Check_NativeLibraryLoadedByHand_IsNamed()
    {
        ProjectFacts project = new ProjectFacts("Headshots.Inner")
            .WithAssembly(Fixture.UsingType("System.Runtime.InteropServices", "NativeLibrary"));

        Assert.Contains("calls native code", Assert.Single(Check([Core], project)), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_NetworkTypes_AreNamed()
    {
        ProjectFacts project = new ProjectFacts("Headshots.Inner").WithAssembly(Fixture.UsingType("System.Net.Http", "HttpClient"));

        Assert.Equal(["Headshots.Inner uses the network: System.Net.Http.HttpClient"], Check([Core], project));
        Assert.Empty(Check([Core with { UsesNetwork = true }], project));
    }

    [Theory]
    [InlineData(TypeAttributes.Public | TypeAttributes.Class, true)]
    [InlineData(TypeAttributes.Public | TypeAttributes.Class | TypeAttributes.Sealed, false)]
    [InlineData(TypeAttributes.Public | TypeAttributes.Class | TypeAttributes.Abstract, false)]
    [InlineData(TypeAttributes.NotPublic | TypeAttributes.Class, false)]
    public void Check_OpenPublicClass_IsNamed(TypeAttributes attributes, bool named)
    {
        ProjectFacts project = new ProjectFacts("Headshots.Inner").WithAssembly(Fixture.Declaring("Thing", attributes));
        Wall withReason = Core with { OpenClasses = new Dictionary<string, string> { ["Fixture.Thing"] = "frameworks derive from it" } };

        Assert.Equal(named ? 1 : 0, Check([Core], project).Count);
        Assert.Empty(Check([withReason], project));
    }

    private static IReadOnlyList<string> Check(IReadOnlyList<Wall> walls, params ProjectFacts[] projects) =>
        new WallChecker(
            walls,
            new HashSet<string>(["mscorlib", "System.Runtime", "System.Net.Http"], StringComparer.Ordinal),
            new HashSet<string>(["Microsoft.AspNetCore.Http"], StringComparer.Ordinal)).Check(projects);
}
