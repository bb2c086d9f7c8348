using System.Xml.Linq;
using Headshots.TestKit;

namespace Headshots.Architecture.Tests.Walls;

public sealed class WallTests
{
    [Fact]
    public void Products_AsBuilt_KeepToTheirWalls()
    {
        IReadOnlyList<ProjectFacts> products = House.Products();

        Assert.NotEmpty(products);
        Assert.Empty(new WallChecker(WallTable.Rows, House.RuntimeAssemblies, House.WebAssemblies).Check(products));
    }

    [Fact]
    public void NativeMethods_OfImaging_AreSeenByTheReader() =>
        Assert.NotEmpty(House.Products().Single(p => p.Name == "Headshots.Imaging").NativeMethods);

    [Fact]
    public void Solution_HoldsEveryProject()
    {
        string solution = File.ReadAllText(Path.Combine(Repository.Root, "Headshots.sln"));

        Assert.All(
            House.ProjectFiles("src").Concat(House.ProjectFiles("tests")),
            p => Assert.Contains(Path.GetFileName(p), solution, StringComparison.Ordinal));
    }

    /// <summary>The README's commands name files; <c>dotnet run</c> of a web project would look for them in the project's folder.</summary>
    [Fact]
    public void Program_StartedFromSource_WorksWhereItWasCalled()
    {
        string project = Path.Combine(Repository.Root, "src", "Headshots.App", "Headshots.App.csproj");

        Assert.Equal("false", XDocument.Load(project).Descendants("EnableDefaultRunWorkingDirectory").SingleOrDefault()?.Value);
    }
}
