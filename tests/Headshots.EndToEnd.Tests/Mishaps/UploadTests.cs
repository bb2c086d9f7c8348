using System.Net;
using System.Net.Http.Headers;
using Headshots.EndToEnd.Tests.Browsers;
using Headshots.EndToEnd.Tests.Portal;
using Microsoft.Playwright;

namespace Headshots.EndToEnd.Tests.Mishaps;

/// <summary>Files that are no photos, and networks that fail.</summary>
public sealed class UploadTests(SampleProgram sample, Browser browser) : PortalTest(sample, browser)
{
    private const int HundredMegabytes = 100 << 20;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("headshots-files-");

    public override async ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Upload_OfAHundredMegabytes_IsRefusedBeforeItIsSent()
    {
        Employee person = await ReadyToUploadAsync("Hugo Hundred");

        await person.UploadAsync(FileOf("film.jpg", HundredMegabytes));

        await Assertions.Expect(person.Page.Locator("[data-pending-list]")).ToContainTextAsync("This file has 100 MB, and 25 MB are the most.");
    }

    /// <summary>A program that does not ask the page sends it anyway: the server says no before it has read it.</summary>
    [Fact]
    public async Task Upload_OfAHundredMegabytesPastThePage_IsRefusedByTheServer()
    {
        Employee person = await ReadyToUploadAsync("Hilda Hundred");
        using HttpClient client = new(new HttpClientHandler { UseCookies = false });
        BrowserContextCookiesResult device = Assert.Single(await person.Page.Context.CookiesAsync([person.Page.Url]), c => c.Name == "headshots.link");
        using ByteArrayContent photo = new(new byte[HundredMegabytes]);
        photo.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        using HttpRequestMessage request = new(HttpMethod.Put, new Uri($"{person.Page.Url}/{Guid.CreateVersion7()}")) { Content = photo };
        request.Headers.ExpectContinue = true;
        request.Headers.Add("Cookie", $"{device.Name}={device.Value}");

        using HttpResponseMessage answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("This file has more than 25 MB.", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_OfAProgramNamedLikeAPhoto_SaysThatItIsNoPhoto()
    {
        Employee person = await ReadyToUploadAsync("Pia Program");
        string file = FileOf("holiday.jpg", 200_000, "MZ\u0090\0"u8);

        await person.UploadAsync(file);

        ILocator pending = person.Page.Locator("[data-pending-list]");
        await Assertions.Expect(pending).ToContainTextAsync("The file is not a photo in a format that can be read here.");
        await Assertions.Expect(pending).ToContainTextAsync("Send the photo as a JPEG; PNG, WebP, AVIF, TIFF and GIF work too.");
        await Assertions.Expect(person.Send).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Upload_WithTheNetworkGone_GoesOnByItselfWhenItIsBack()
    {
        Employee person = await ReadyToUploadAsync("Otto Offline");
        await person.Page.Context.SetOfflineAsync(true);
        await person.UploadAsync(SitterPhoto.Path);
        await Assertions.Expect(person.Page.Locator("[data-pending-list]")).ToContainTextAsync("You are offline. It goes on by itself as soon as there is a network.");

        await person.Page.Context.SetOfflineAsync(false);

        await person.JudgedAsync();
        await Assertions.Expect(person.Page.Locator("[data-pending-list] li")).ToHaveCountAsync(0);
    }

    /// <summary>The connection breaks twice in the middle of it: one photo arrives, once.</summary>
    [Fact]
    public async Task Upload_CutOffInTheMiddle_TriesAgainAndArrivesOnce()
    {
        Employee person = await ReadyToUploadAsync("Cora Cutoff");
        int broken = 0;
        await person.Page.RouteAsync("**/photos/*-*-*-*-*", async route =>
        {
            if (route.Request.Method == "PUT" && broken++ < 2)
            {
                await route.AbortAsync("connectionreset");
                return;
            }

            await route.ContinueAsync();
        });

        await person.UploadAsync(SitterPhoto.Path);

        await Assertions.Expect(person.Page.Locator("[data-pending-list]")).ToContainTextAsync("The connection was lost. Trying again by itself.");
        await person.JudgedAsync();
        Assert.Equal(3, broken);
    }

    private async Task<Employee> ReadyToUploadAsync(string name)
    {
        Admin admin = await SignedInAsync();
        Invited invited = await Invited.IntoSampleAsync(admin, name);
        Employee person = await OnPhoneAsync(invited.Link);
        await person.AgreeAsync();
        return person;
    }

    private string FileOf(string name, int length, ReadOnlySpan<byte> head = default)
    {
        string path = Path.Combine(_folder.FullName, name);
        using FileStream file = File.Create(path);
        file.Write(head.IsEmpty ? [0xFF, 0xD8, 0xFF] : head);
        file.SetLength(length);
        return path;
    }
}
