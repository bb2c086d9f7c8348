using Headshots.App.Photos;

namespace Headshots.App.Tests.Photos;

public sealed class PhotoPathsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public PhotoPathsTests()
    {
        foreach (string name in new[] { "b.jpg", "a.PNG", "notes.txt", ".hidden.jpg", "team/c.jpeg", "team/sales/d.jpg" })
        {
            _folder.Write(name);
        }
    }

    [Fact]
    public void Expand_File_IsAsGivenWhateverItsName() => AssertExpands(["notes.txt"], "notes.txt");

    [Fact]
    public void Expand_Folder_IsItsVisiblePhotosByName() => AssertExpands(["a.PNG", "b.jpg"], ".");

    [Theory]
    [InlineData("*.jpg", "b.jpg")]
    [InlineData("?.*", "a.PNG b.jpg")]
    [InlineData("*/*.jpeg", "team/c.jpeg")]
    [InlineData("team/**/*.jp*", "team/c.jpeg team/sales/d.jpg")]
    [InlineData("**/*.jpg", "b.jpg team/sales/d.jpg")]
    [InlineData("team/sales/*", "team/sales/d.jpg")]
    public void Expand_Pattern_IsWhatMatches(string pattern, string expected) => AssertExpands(expected.Split(' '), pattern);

    [Theory]
    [InlineData("missing.jpg")]
    [InlineData("*.gif")]
    [InlineData("nowhere/*.jpg")]
    public void Expand_Nothing_StaysInAsNotFound(string argument)
    {
        PhotoSource source = Assert.Single(PhotoPaths.Expand([_folder[argument]]));

        Assert.False(source.Found);
        Assert.Equal(_folder[argument], source.Given);
    }

    [Fact]
    public void Expand_SeveralArguments_KeepsTheirOrder() => AssertExpands(["team/c.jpeg", "b.jpg"], "team/c.jpeg", "*.jpg");

    public void Dispose() => _folder.Dispose();

    private void AssertExpands(string[] expected, params string[] arguments)
    {
        IReadOnlyList<PhotoSource> sources = PhotoPaths.Expand(arguments.Select(a => a == "." ? _folder.Path : _folder[a]));

        Assert.All(sources, s => Assert.True(s.Found));
        Assert.Equal(expected, sources.Select(s => Path.GetRelativePath(_folder.Path, s.Given).Replace('\\', '/')));
    }
}
