using Headshots.Core.Mail;
using Headshots.Workers.Mail;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using MimeKit;

namespace Headshots.Workers.Tests.Mail;

public sealed class PickupFolderTransportTests : IDisposable
{
    private static readonly MailMessage _mail = new(
        "0193abcd@example.com", "Ada", "ada@contoso.example", "hr@contoso.example", "Contoso", "Hello", "<p>Hello</p>", "Hello\n");

    private readonly string _folder = Directory.CreateTempSubdirectory("headshots-mail-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task SendAsync_Mail_IsAFileThatMailProgramsRead()
    {
        await Transport(_folder).SendAsync(_mail, TestContext.Current.CancellationToken);

        string file = Assert.Single(Directory.GetFiles(_folder));
        using MimeMessage read = await MimeMessage.LoadAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal("0193abcd.eml", Path.GetFileName(file));
        Assert.Equal("Hello", read.Subject);
        Assert.Equal("auto-generated", read.Headers[HeaderId.AutoSubmitted]);
    }

    [Fact]
    public async Task SendAsync_SameMailAgain_ReplacesIt()
    {
        PickupFolderTransport transport = Transport(_folder);

        await transport.SendAsync(_mail, TestContext.Current.CancellationToken);
        await transport.SendAsync(_mail, TestContext.Current.CancellationToken);

        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task SendAsync_MessageIdWithPath_StaysInTheFolder()
    {
        await Transport(_folder).SendAsync(_mail with { MessageId = "../../evil@example.com" }, TestContext.Current.CancellationToken);

        Assert.Equal("..-..-evil.eml", Path.GetFileName(Assert.Single(Directory.GetFiles(_folder))));
    }

    [Fact]
    public async Task SendAsync_FolderIsAFile_MayWorkLater()
    {
        string file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, string.Empty, TestContext.Current.CancellationToken);

        await Assert.ThrowsAnyAsync<IOException>(() => Transport(file).SendAsync(_mail, TestContext.Current.CancellationToken));
    }

    private static PickupFolderTransport Transport(string folder) =>
        new(Options.Create(new MailOptions { PickupFolder = folder, From = "photos@contoso.example" }), new FakeTimeProvider());
}
