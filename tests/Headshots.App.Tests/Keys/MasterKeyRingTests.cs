using Headshots.App.Hosting;
using Headshots.App.Keys;
using Microsoft.Extensions.Configuration;

namespace Headshots.App.Tests.Keys;

public sealed class MasterKeyRingTests : IDisposable
{
    private const string Secret = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private readonly TemporaryFolder _folder = new();

    private DataFolder Data => new(Path.Combine(_folder.Path, "data"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_InProductionWithoutAKey_RefusesAndSaysWhatToDo()
    {
        InvalidDataException refused = Assert.Throws<InvalidDataException>(() => Open(development: false));

        Assert.Contains("headshots keys new", refused.Message, StringComparison.Ordinal);
        Assert.Contains("HEADSHOTS_Keys__File", refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Data.Root));
    }

    /// <summary>A key that an earlier start in development left there is no consent.</summary>
    [Fact]
    public void Open_InProductionWithAKeyBesideTheData_RefusesUnlessItIsWanted()
    {
        Assert.True(Open(development: true).IsBesideData);

        Assert.Throws<InvalidDataException>(() => Open(development: false));
        Assert.True(Open(development: false, ("Keys:BesideData", "true")).IsBesideData);
    }

    [Fact]
    public async Task Open_InDevelopmentByManyAtOnce_MakesOneKeyForTheOwnerAlone()
    {
        string[] ids = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => Open(development: true).Current.Id)));

        Assert.Single(ids.Distinct());
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(MasterKeyRing.PathIn(Data)));
        }
    }

    [Fact]
    public void Open_WithAFile_TakesTheLastLineAsCurrentAndReadsWithAll()
    {
        string path = Path.Combine(_folder.Path, "headshots.keys");
        File.WriteAllText(path, $"# made in spring\nspring {Secret}\n\n{MasterKeyLines.New("autumn")}\n");

        MasterKeyRing ring = Open(development: false, ("Keys:File", path));

        Assert.Equal("autumn", ring.Current.Id);
        Assert.NotNull(ring.Find("spring"));
        Assert.Null(ring.Find("winter"));
        Assert.False(ring.IsBesideData);
        Assert.Equal("spring", Open(development: false, ("Keys:File", path), ("Keys:Current", "spring")).Current.Id);
    }

    [Fact]
    public void Open_WithAFileInTheDataFolder_KnowsThatItLiesBesideTheData()
    {
        Data.Create();
        string path = Path.Combine(Data.Root, "somewhere.keys");
        File.WriteAllText(path, MasterKeyLines.New("a"));

        Assert.True(Open(development: false, ("Keys:File", path)).IsBesideData);
    }

    [Theory]
    [InlineData("nothing here")]
    [InlineData("short AAEC")]
    [InlineData("Umläut " + Secret)]
    [InlineData("twice " + Secret + "\ntwice " + Secret)]
    [InlineData("")]
    public void Open_WithAFileThatHoldsNoKeys_SaysWhereAndNotWhat(string content)
    {
        string path = Path.Combine(_folder.Path, "headshots.keys");
        File.WriteAllText(path, content);

        InvalidDataException refused = Assert.Throws<InvalidDataException>(() => Open(development: true, ("Keys:File", path)));

        Assert.Contains(path, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_WithSettings_NeedsToKnowWhichIsCurrent()
    {
        Assert.Equal("a", Open(development: false, ("Keys:Ring:a", Secret)).Current.Id);
        Assert.Throws<InvalidDataException>(() => Open(development: false, ("Keys:Ring:a", Secret), ("Keys:Ring:b", Secret)));
        Assert.Equal("b", Open(development: false, ("Keys:Ring:a", Secret), ("Keys:Ring:b", Secret), ("Keys:Current", "b")).Current.Id);
        Assert.DoesNotContain("not base64", Assert.Throws<InvalidDataException>(() => Open(development: false, ("Keys:Ring:a", "not base64"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_LooksOnly() => Assert.Null(MasterKeyRing.Find(Data, new ConfigurationBuilder().Build(), development: true));

    private MasterKeyRing Open(bool development, params (string Name, string Value)[] settings) => MasterKeyRing.Open(
        Data,
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value))).Build(),
        development,
        TimeProvider.System);
}
