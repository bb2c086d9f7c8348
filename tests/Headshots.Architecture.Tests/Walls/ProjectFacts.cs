using System.Xml.Linq;
using Mono.Cecil;

namespace Headshots.Architecture.Tests.Walls;

/// <summary>What a project says it references (its .csproj) and what its assembly really uses.</summary>
internal sealed record ProjectFacts(string Name)
{
    public IReadOnlyList<string> ProjectReferences { get; init; } = [];

    /// <summary>Packages and shared frameworks named in the project file, build-time ones left out.</summary>
    public IReadOnlyList<string> PackageReferences { get; init; } = [];

    /// <summary>Names of the assemblies the compiled code refers to.</summary>
    public IReadOnlyList<string> AssemblyReferences { get; init; } = [];

    /// <summary>Full names of the types of other assemblies that the compiled code refers to.</summary>
    public IReadOnlyList<string> TypeReferences { get; init; } = [];

    /// <summary>Full names of methods that enter native code.</summary>
    public IReadOnlyList<string> NativeMethods { get; init; } = [];

    /// <summary>Full names of public classes that anybody may derive from and that are not abstract.</summary>
    public IReadOnlyList<string> OpenPublicClasses { get; init; } = [];

    public ProjectFacts WithProjectFile(XDocument project) => this with
    {
        ProjectReferences = [.. Includes(project, "ProjectReference").Select(FileName)],
        PackageReferences =
        [
            .. Items(project, "PackageReference")
                .Where(i => (string?)i.Attribute("PrivateAssets") != "all")
                .Select(i => (string?)i.Attribute("Include") ?? string.Empty),
            .. Includes(project, "FrameworkReference"),
        ],
    };

    public ProjectFacts WithAssembly(ModuleDefinition module)
    {
        List<TypeDefinition> types = [.. module.GetTypes()];
        return this with
        {
            AssemblyReferences = [.. module.AssemblyReferences.Select(r => r.Name)],
            TypeReferences = [.. module.GetTypeReferences().Select(t => t.FullName)],
            NativeMethods = [.. types.SelectMany(t => t.Methods).Where(m => m.IsPInvokeImpl).Select(m => m.FullName)],
            OpenPublicClasses =
            [
                .. types.Where(t => t.IsClass && IsVisible(t) && !t.IsValueType && !t.IsSealed && !t.IsAbstract)
                    .Select(t => t.FullName),
            ],
        };
    }

    private static bool IsVisible(TypeDefinition type) =>
        type.IsNested ? type.IsNestedPublic && IsVisible(type.DeclaringType) : type.IsPublic;

    private static IEnumerable<XElement> Items(XDocument project, string kind) =>
        project.Descendants().Where(e => e.Name.LocalName == kind);

    private static IEnumerable<string> Includes(XDocument project, string kind) =>
        Items(project, kind).Select(i => (string?)i.Attribute("Include") ?? string.Empty);

    private static string FileName(string path) => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));
}
