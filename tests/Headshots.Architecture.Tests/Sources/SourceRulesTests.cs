namespace Headshots.Architecture.Tests.Sources;

/// <summary>Each rule is broken on purpose, so that the test that guards it is known to fail.</summary>
public sealed class SourceRulesTests
{
    [Theory]
    [InlineData("src/Headshots.Studio/Framing/Crop.cs", "namespace Headshots.Studio.Framing;", 0)]
    [InlineData("src/Headshots.Studio/Framing/Crop.cs", "namespace Headshots.Studio;", 1)]
    [InlineData("src/Headshots.Studio/Framing/Crop.cs", "namespace Headshots.Studio.Framing.Inner { }", 1)]
    [InlineData("src/Headshots.Imaging/Pixels/RgbImage.cs", "namespace Headshots.Imaging;", 0)]
    [InlineData("src/Headshots.Imaging/Codecs/Libvips/Native.cs", "namespace Headshots.Imaging.Libvips;", 0)]
    [InlineData("src/Headshots.Imaging/Codecs/Libvips/Native.cs", "namespace Headshots.Imaging.Pixels;", 1)]
    [InlineData("src/Headshots.App/Program.cs", "return 0;", 0)]
    public void NamespaceIsFolder_OnOneFile_CountsBreaches(string path, string text, int breaches) =>
        Assert.Equal(breaches, SourceRules.NamespaceIsFolder(new SourceFile(path, text)).Count());

    [Theory]
    [InlineData("src/Headshots.Studio/Framing/Crop.cs", 0)]
    [InlineData("src/Headshots.Studio/Framing/CropHelpers.cs", 1)]
    [InlineData("src/Headshots.Studio/Utils/Crop.cs", 1)]
    [InlineData("src/Headshots.Studio/Common/ImageUtil.cs", 2)]
    [InlineData("src/Headshots.Studio/Extensions.cs", 1)]
    public void NameSaysSomething_OnOneFile_CountsBreaches(string path, int breaches) =>
        Assert.Equal(breaches, SourceRules.NameSaysSomething(new SourceFile(path, string.Empty)).Count());

    [Theory]
    [InlineData("class A;\n    #region Fields\n", 1)]
    [InlineData("// a region of the picture", 0)]
    public void HasNoRegions_OnOneFile_CountsBreaches(string text, int breaches) =>
        Assert.Equal(breaches, SourceRules.HasNoRegions(new SourceFile("src/A/A.cs", text)).Count());

    [Theory]
    [InlineData("\"resolved\": \"https://registry.npmjs.org/a/-/a-1.0.0.tgz\"", 1)]
    [InlineData("<add key=\"x\" value=\"https://api.nuget.org/v3/index.json\" />", 1)]
    [InlineData("http://10.0.0.7:8081/npm/", 1)]
    [InlineData("install Node.js from https://nodejs.org", 0)]
    public void NamesNoRegistry_OnOneFile_CountsBreaches(string text, int breaches) =>
        Assert.Equal(breaches, SourceRules.NamesNoRegistry(new SourceFile("package-lock.json", text)).Count());

    [Theory]
    [InlineData("File.ReadAllBytes(\"../shared/photos/people/a.jpg\")", 1)]
    [InlineData("Environment.GetEnvironmentVariable(\"HEADSHOTS_SHARED\")", 1)]
    [InlineData("weights shared by all sessions", 0)]
    public void NamesNoSharedFolder_OnOneFile_CountsBreaches(string text, int breaches) =>
        Assert.Equal(breaches, SourceRules.NamesNoSharedFolder(new SourceFile("src/A/A.cs", text)).Count());
}
