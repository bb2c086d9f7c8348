namespace Headshots.Architecture.Tests.Walls;

/// <summary>Compares what projects do with what they may do. Pure: the facts and the table come from outside.</summary>
/// <param name="walls">One row per project.</param>
/// <param name="runtimeAssemblies">Names of the assemblies of the .NET runtime itself, which everybody may use.</param>
/// <param name="webAssemblies">Names of the assemblies of the web framework, for those whose wall names it.</param>
internal sealed class WallChecker(IReadOnlyList<Wall> walls, IReadOnlySet<string> runtimeAssemblies, IReadOnlySet<string> webAssemblies)
{
    private const string WebFramework = "Microsoft.AspNetCore.App";
    private const string OwnPrefix = "Headshots.";

    /// <summary>One sentence per broken wall; none when all stand.</summary>
    public IReadOnlyList<string> Check(IReadOnlyList<ProjectFacts> projects)
    {
        List<string> broken = [];
        foreach (ProjectFacts project in projects)
        {
            Wall? wall = walls.SingleOrDefault(w => w.Project == project.Name);
            broken.AddRange(wall is null ? [$"{project.Name} has no row in the wall table"] : Check(project, wall));
        }

        broken.AddRange(walls
            .Where(w => projects.All(p => p.Name != w.Project))
            .Select(w => $"{w.Project} has a row in the wall table but is no project"));
        return broken;
    }

    private IEnumerable<string> Check(ProjectFacts project, Wall wall) =>
    [
        .. project.ProjectReferences.Except(wall.Knows)
            .Select(r => $"{project.Name} references the project {r}"),
        .. project.PackageReferences.Except(wall.Packages)
            .Select(r => $"{project.Name} references the package {r}"),
        .. project.AssemblyReferences.Where(IsOwn).Except(wall.Knows)
            .Select(r => $"{project.Name} uses {r}"),
        .. project.AssemblyReferences.Where(r => !IsOwn(r) && !runtimeAssemblies.Contains(r) && !IsWeb(r, wall)).Except(wall.Packages)
            .Select(r => $"{project.Name} uses the library {r}"),
        .. NativeCode(project, wall),
        .. Network(project, wall),
        .. project.OpenPublicClasses.Except(wall.OpenClasses.Keys)
            .Select(t => $"{t} is public and neither sealed, abstract nor listed with a reason"),
    ];

    private static IEnumerable<string> NativeCode(ProjectFacts project, Wall wall) => wall.CallsNativeCode
        ? []
        : project.NativeMethods
            .Concat(project.TypeReferences.Where(t => t == "System.Runtime.InteropServices.NativeLibrary"))
            .Select(m => $"{project.Name} calls native code: {m}");

    private static IEnumerable<string> Network(ProjectFacts project, Wall wall) => wall.UsesNetwork
        ? []
        : project.TypeReferences.Where(t => t.StartsWith("System.Net.", StringComparison.Ordinal))
            .Select(t => $"{project.Name} uses the network: {t}");

    private bool IsWeb(string assembly, Wall wall) => wall.Packages.Contains(WebFramework) && webAssemblies.Contains(assembly);

    private static bool IsOwn(string assembly) => assembly.StartsWith(OwnPrefix, StringComparison.Ordinal);
}
