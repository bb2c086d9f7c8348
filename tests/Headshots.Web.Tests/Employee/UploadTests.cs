using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Headshots.Core.Submissions;
using Headshots.Web.Tests.Hosting;

namespace Headshots.Web.Tests.Employee;

[Collection(PortalPages.Name)]
public sealed class UploadTests(PortalHost portal)
{
    private static readonly Guid First = new("11111111-0000-4000-8000-000000000001");
    private static readonly Guid Second = new("11111111-0000-4000-8000-000000000002");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Photo_SentTwiceUnderOneId_ArrivesOnce()
    {
        using Invited ada = await Invited.CreateAsync(portal);
        await ada.AgreeAsync();
        using HttpResponseMessage first = await ada.PutAsync(First, MagicStudio.Photo());
        using HttpResponseMessage again = await ada.PutAsync(First, MagicStudio.Photo());

        Assert.Equal(HttpStatusCode.NoContent, first.StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, again.StatusCode);
        Assert.Single(Assert.Single(await ada.SubmissionsAsync()).Selfies);
    }

    [Theory]
    [InlineData("en", "This file is not a photo that can be read. Choose a JPEG or PNG photo straight from your camera.")]
    [InlineData("de", "Diese Datei ist kein Foto, das sich lesen lässt. Wählen Sie ein JPEG- oder PNG-Foto direkt aus Ihrer Kamera.")]
    public async Task Program_NamedAsAPhoto_IsRefusedWithASentence(string language, string sentence)
    {
        using Invited ada = await Invited.CreateAsync(portal);
        await ada.AgreeAsync();
        using HttpResponseMessage answer = await ada.PutAsync(First, "MZ\x90 program"u8.ToArray(), language);
        using JsonDocument problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(sentence, problem.RootElement.GetProperty("detail").GetString());
        Assert.Empty(Assert.Single(await ada.SubmissionsAsync()).Selfies);
    }

    [Fact]
    public async Task HundredMegabytes_Announced_AreRefusedBeforeAByteOfThemIsSent()
    {
        using Invited ada = await Invited.CreateAsync(portal);
        await ada.AgreeAsync();
        using TcpClient wire = new();
        await wire.ConnectAsync(portal.Address.Host, portal.Address.Port, Cancellation);
        NetworkStream stream = wire.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"PUT {ada.Link}/photos/{First} HTTP/1.1\r\nHost: {portal.Address.Authority}\r\nContent-Type: image/jpeg\r\nContent-Length: 104857600\r\n\r\n"), Cancellation);
        byte[] answer = new byte[16];
        await stream.ReadExactlyAsync(answer.AsMemory(0, 12), Cancellation);

        Assert.Equal("HTTP/1.1 413", Encoding.ASCII.GetString(answer, 0, 12));
    }

    [Fact]
    public async Task File_LongerThanItsLimitButNotAnnounced_IsRefused()
    {
        using Invited ada = await Invited.CreateAsync(portal);
        await ada.AgreeAsync();
        using HttpRequestMessage request = new(HttpMethod.Put, $"{ada.Link}/photos/{First}") { Content = new ByteArrayContent(MagicStudio.Photo(AddSelfie.MaxBytes)) };
        request.Headers.TransferEncodingChunked = true;
        using HttpResponseMessage answer = await ada.Browser.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("25 MB", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Photo_ThroughAGuessedLink_IsNotTaken()
    {
        using HttpClient browser = portal.Client();
        using ByteArrayContent photo = new(MagicStudio.Photo());
        using HttpResponseMessage answer = await browser.PutAsync($"/i/{new string('A', 43)}/photos/{First}", photo, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task PlainForm_WithAGoodAndABadFile_KeepsTheGoodOneAndSaysWhatIsWrong()
    {
        using Invited ada = await Invited.CreateAsync(portal);
        await ada.AgreeAsync();
        using MultipartFormDataContent form = new()
        {
            { new ByteArrayContent(MagicStudio.Photo()), "photos", "me.jpg" },
            { new ByteArrayContent("MZ program"u8.ToArray()), "photos", "setup.jpg" },
        };
        using HttpResponseMessage answer = await ada.Browser.PostAsync($"{ada.Link}/photos/files", form, Cancellation);
        using HttpResponseMessage page = await ada.Browser.GetAsync(answer.Headers.Location, Cancellation);

        Assert.Equal($"{ada.Link}/photos?problem=photo_unreadable", answer.Headers.Location?.ToString());
        Assert.Contains("This file is not a photo that can be read.", await Page.TextAsync(page), StringComparison.Ordinal);
        Assert.Single(Assert.Single(await ada.SubmissionsAsync()).Selfies);
    }

    [Fact]
    public async Task PlainForm_WithoutAFile_AsksForOne()
    {
        using Invited ada = await Invited.CreateAsync(portal);
        await ada.AgreeAsync();
        using MultipartFormDataContent empty = new() { { new StringContent("x"), "other" } };
        using HttpResponseMessage answer = await ada.Browser.PostAsync($"{ada.Link}/photos/files", empty, Cancellation);

        Assert.Equal($"{ada.Link}/photos?problem=photo_none_chosen", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Photos_OneGoodOneBetterOneDark_ShowAdviceAndSuggestTheBest()
    {
        using Invited ada = await Invited.CreateAsync(portal);
        await ada.AgreeAsync();
        using HttpResponseMessage good = await ada.PutAsync(First, MagicStudio.Photo(100));
        using HttpResponseMessage better = await ada.PutAsync(Second, MagicStudio.Photo(900));
        using HttpResponseMessage dark = await ada.PutAsync(new Guid("11111111-0000-4000-8000-000000000003"), MagicStudio.Photo(word: "dark"));
        using HttpResponseMessage page = await ada.GetAsync("photos");
        string text = await Page.TextAsync(page);

        Assert.Contains("There is too little light on the face.", text, StringComparison.Ordinal);
        Assert.Single(text.Split("Best so far")[1..]);
        Assert.True(text.IndexOf("Best so far", StringComparison.Ordinal) > text.IndexOf("Very good", StringComparison.Ordinal));
        Assert.Contains("Make headshots of 3 photos", text, StringComparison.Ordinal);
        Assert.Contains("camera=(self)", Assert.Single(page.Headers.GetValues("Permissions-Policy")), StringComparison.Ordinal);
        Assert.Contains("'wasm-unsafe-eval'", Assert.Single(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Photo_RemovedTwice_IsGone()
    {
        using Invited ada = await Invited.CreateAsync(portal);
        await ada.AgreeAsync();
        using HttpResponseMessage put = await ada.PutAsync(First, MagicStudio.Photo());
        using HttpResponseMessage removed = await ada.PostAsync("photos?handler=Remove", new() { ["photo"] = $"{First}" });
        using HttpResponseMessage again = await ada.PostAsync("photos?handler=Remove", new() { ["photo"] = $"{First}" });

        Assert.Equal($"{ada.Link}/photos", removed.Headers.Location?.ToString());
        Assert.Equal($"{ada.Link}/photos", again.Headers.Location?.ToString());
        Assert.Empty(Assert.Single(await ada.SubmissionsAsync()).Selfies);
    }
}
