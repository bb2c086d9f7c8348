using System.Xml.Linq;
using Headshots.TestKit;
using Mono.Cecil;

namespace Headshots.Architecture.Tests.Walls;

/// <summary>The repository's own projects, read from src/ and from the assemblies that were built for these tests.</summary>
internal static class House
{
    public static IReadOnlySet<string> RuntimeAssemblies { get; } =
        Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll")
            .Select(f => Path.GetFileNameWithoutExtension(f))
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>Assemblies of the shared framework that web servers are made with; who may use it may use each of them.</summary>
    public static IReadOnlySet<string> WebAssemblies { get; } = WebFramework()
        .Select(f => Path.GetFileNameWithoutExtension(f))
        .ToHashSet(StringComparer.Ordinal);

    public static IEnumerable<string> ProjectFiles(string folder) => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, folder), "*.csproj", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal);

    public static IReadOnlyList<ProjectFacts> Products() => [.. ProjectFiles("src").Select(Read)];

    private static string[] WebFramework()
    {
        DirectoryInfo runtime = new(Path.GetDirectoryName(typeof(object).Assembly.Location)!);
        return Directory.GetFiles(Path.Combine(runtime.Parent!.Parent!.FullName, "Microsoft.AspNetCore.App", runtime.Name), "*.dll");
    }

    private static ProjectFacts Read(string path)
    {
        XDocument project = XDocument.Load(path);
        string name = Path.GetFileNameWithoutExtension(path);
        string assembly = project.Descendants("AssemblyName").SingleOrDefault()?.Value ?? name;
        using ModuleDefinition module = ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, assembly + ".dll"));
        return new ProjectFacts(name).WithProjectFile(project).WithAssembly(module);
    }
}
