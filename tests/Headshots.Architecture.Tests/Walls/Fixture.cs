using System.Xml.Linq;
using Mono.Cecil;

namespace Headshots.Architecture.Tests.Walls;

/// <summary>Small assemblies and project files that break a wall, made in memory and read back as a built one would be.</summary>
internal static class Fixture
{
    public static XDocument ProjectFile(string kind, string include) => new(
        new XElement("Project", new XElement("ItemGroup", new XElement(kind, new XAttribute("Include", include)))));

    public static ModuleDefinition Referencing(params string[] assemblies) => Build(module =>
    {
        foreach (string name in assemblies)
        {
            module.AssemblyReferences.Add(new AssemblyNameReference(name, new Version(1, 0)));
        }
    });

    public static ModuleDefinition Declaring(string name, TypeAttributes attributes) => Build(module =>
        module.Types.Add(new TypeDefinition("Fixture", name, attributes, module.TypeSystem.Object)));

    public static ModuleDefinition UsingType(string space, string name) => Build(module =>
    {
        AssemblyNameReference scope = new(space.StartsWith("System.Net", StringComparison.Ordinal) ? space : "System.Runtime", new Version(1, 0));
        module.AssemblyReferences.Add(scope);
        TypeReference used = new(space, name, module, scope);
        TypeDefinition user = new("Fixture", "User", TypeAttributes.NotPublic | TypeAttributes.Class, module.TypeSystem.Object);
        user.Fields.Add(new FieldDefinition("_used", FieldAttributes.Private, used));
        module.Types.Add(user);
    });

    public static ModuleDefinition CallingNative(string entryPoint) => Build(module =>
    {
        ModuleReference library = new("libc");
        module.ModuleReferences.Add(library);
        MethodDefinition method = new(
            entryPoint,
            MethodAttributes.Private | MethodAttributes.Static | MethodAttributes.PInvokeImpl,
            module.TypeSystem.Int32)
        {
            PInvokeInfo = new PInvokeInfo(PInvokeAttributes.CallConvCdecl, entryPoint, library),
            ImplAttributes = MethodImplAttributes.PreserveSig,
        };
        TypeDefinition user = new("Fixture", "User", TypeAttributes.NotPublic | TypeAttributes.Class, module.TypeSystem.Object);
        user.Methods.Add(method);
        module.Types.Add(user);
    });

    private static ModuleDefinition Build(Action<ModuleDefinition> fill)
    {
        using AssemblyDefinition made = AssemblyDefinition.CreateAssembly(
            new AssemblyNameDefinition("Fixture", new Version(1, 0)), "Fixture", ModuleKind.Dll);
        fill(made.MainModule);
        MemoryStream file = new();
        made.Write(file);
        file.Position = 0;
        return ModuleDefinition.ReadModule(file, new ReaderParameters { ReadingMode = ReadingMode.Immediate });
    }
}
