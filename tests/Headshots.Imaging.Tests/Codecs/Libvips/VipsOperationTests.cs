using Headshots.Imaging.Libvips;

namespace Headshots.Imaging.Tests.Codecs.Libvips;

public sealed class VipsOperationTests
{
    /// <summary>Left to the library, a wrong name would be a line in a log and a file written with defaults.</summary>
    [Fact]
    public void Set_OptionThatTheOperationLacks_Throws()
    {
        LibvipsLibrary.EnsureStarted();
        using VipsOperation save = new("jpegsave_buffer");

        _ = save.Set("Q", 90);

        ArgumentException wrong = Assert.Throws<ArgumentException>(() => save.Set("quality", 90));
        Assert.Contains("jpegsave_buffer has no option 'quality'", wrong.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => save.Set("lossless", state: true));
    }

    [Fact]
    public void Constructor_OperationThatTheLibraryLacks_Throws()
    {
        LibvipsLibrary.EnsureStarted();

        Assert.Throws<VipsException>(() => new VipsOperation("no_such_operation"));
    }
}
