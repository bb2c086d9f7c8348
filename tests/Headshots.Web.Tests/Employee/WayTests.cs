using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Headshots.Core.Invitations;
using Headshots.Core.Submissions;
using Headshots.Web.Tests.Hosting;

namespace Headshots.Web.Tests.Employee;

/// <summary>From the sent photo to the choice, with what people do on the way: click twice, go back, use a second tab, change their mind.</summary>
[Collection(PortalPages.Name)]
public sealed partial class WayTests(PortalHost portal)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Send_ClickedTwiceAndThenBack_EndsAtTheStatus()
    {
        using Invited ada = await Invited.CreateAsync(portal);
        await ada.SendPhotoAsync();
        using HttpResponseMessage twice = await ada.PostAsync("photos?handler=Send");
        using HttpResponseMessage back = await ada.GetAsync("photos");
        using HttpResponseMessage first = await ada.GetAsync();

        Assert.All([twice, back, first], answer => Assert.Equal($"{ada.Link}/status", answer.Headers.Location?.ToString()));
        Assert.Equal(SubmissionState.Sent, Assert.Single(await ada.SubmissionsAsync()).State);
    }

    [Fact]
    public async Task Photo_FromASecondTabAfterSending_IsRefusedWithASentence()
    {
        using Invited ada = await Invited.CreateAsync(portal);
        await ada.SendPhotoAsync();
        using HttpResponseMessage late = await ada.PutAsync(new Guid("22222222-0000-4000-8000-000000000001"), MagicStudio.Photo());

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("Your photos were sent already.", await late.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Live_WhileRenderedAndAfter_SaysWhereToGo()
    {
        using Invited ada = await Invited.CreateAsync(portal);
        await ada.SendPhotoAsync();
        JsonElement before = await LiveAsync(ada);
        await ada.RenderAsync();
        JsonElement after = await LiveAsync(ada);

        Assert.Equal(JsonValueKind.Null, before.GetProperty("next").ValueKind);
        Assert.Equal($"{ada.Link}/choose", after.GetProperty("next").GetString());
        Assert.NotEqual(before.GetProperty("version").GetString(), after.GetProperty("version").GetString());
    }

    [Fact]
    public async Task Live_AsEvents_SpeaksOfTheSameAndEnds()
    {
        using Invited ada = await Invited.CreateAsync(portal);
        await ada.SendPhotoAsync();
        await ada.RenderAsync();
        using HttpRequestMessage request = new(HttpMethod.Get, $"{ada.Link}/live");
        request.Headers.Add("Accept", "text/event-stream");
        using HttpResponseMessage answer = await ada.Browser.SendAsync(request, Cancellation);
        string events = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains($"\"next\":\"{ada.Link}/choose\"", events, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choose_OneThenAnother_KeepsTheLastAndSaysHowLikeItIs()
    {
        using Invited ada = await Invited.CreateAsync(portal);
        await ada.SendPhotoAsync();
        await ada.RenderAsync();
        using HttpResponseMessage page = await ada.GetAsync("choose");
        string html = await page.Content.ReadAsStringAsync(Cancellation);
        string[] candidates = [.. Candidate().Matches(html).Select(m => m.Groups["id"].Value)];
        using HttpResponseMessage first = await ada.PostAsync("choose", new() { ["headshot"] = candidates[0] });
        using HttpResponseMessage second = await ada.PostAsync("choose", new() { ["headshot"] = candidates[1] });

        Assert.Equal(3, candidates.Length);
        Assert.Contains("Your features are exactly yours", html, StringComparison.Ordinal);
        Assert.Equal($"{ada.Link}/status", second.Headers.Location?.ToString());
        Assert.Equal(InvitationStage.Chosen, (await ada.InvitationAsync()).Stage);
        using HttpResponseMessage again = await ada.GetAsync("choose");
        Assert.Matches($"value=\"{candidates[1]}\" checked", await again.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task Choose_AHeadshotOfSomebodyElse_IsRefused()
    {
        using Invited ada = await Invited.CreateAsync(portal);
        using Invited eve = await Invited.CreateAsync(portal);
        await ada.SendPhotoAsync();
        await ada.RenderAsync();
        await eve.SendPhotoAsync();
        await eve.RenderAsync();
        using HttpResponseMessage page = await ada.GetAsync("choose");
        string adas = Candidate().Match(await page.Content.ReadAsStringAsync(Cancellation)).Groups["id"].Value;
        using HttpResponseMessage answer = await eve.PostAsync("choose", new() { ["headshot"] = adas });

        Assert.Contains("This does not exist, or no longer.", await Page.TextAsync(answer), StringComparison.Ordinal);
        Assert.Equal(InvitationStage.Rendered, (await eve.InvitationAsync()).Stage);
    }

    [Fact]
    public async Task NotMe_Said_PutsTheCandidatesAsideAndAsksForAnotherPhoto()
    {
        using Invited ada = await Invited.CreateAsync(portal);
        await ada.SendPhotoAsync();
        await ada.RenderAsync();
        using HttpResponseMessage answer = await ada.PostAsync("choose?handler=Again", new() { ["notMe"] = "true" });
        using HttpResponseMessage photos = await ada.GetAsync("photos");

        Assert.Equal($"{ada.Link}/photos", answer.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, photos.StatusCode);
        Assert.Equal(InvitationStage.Retake, (await ada.InvitationAsync()).Stage);
    }

    [Fact]
    public async Task Withdraw_AtAnyTime_DeletesEverythingAndEndsTheLink()
    {
        using Invited ada = await Invited.CreateAsync(portal);
        await ada.SendPhotoAsync();
        await ada.RenderAsync();
        using HttpResponseMessage choose = await ada.GetAsync("choose");
        string picture = Picture().Match(await choose.Content.ReadAsStringAsync(Cancellation)).Groups["address"].Value;
        using HttpResponseMessage shown = await ada.Browser.GetAsync(picture, Cancellation);
        using HttpResponseMessage done = await ada.PostAsync("withdraw");
        using HttpResponseMessage gone = await ada.GetAsync("withdraw");
        using HttpResponseMessage link = await ada.GetAsync();
        using HttpResponseMessage hidden = await ada.Browser.GetAsync(picture, Cancellation);

        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        Assert.Equal($"{ada.Link}/withdraw", done.Headers.Location?.ToString());
        Assert.Contains("Everything is deleted", await Page.TextAsync(gone), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, link.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        Assert.Empty(await ada.SubmissionsAsync());
    }

    private static async Task<JsonElement> LiveAsync(Invited who)
    {
        using HttpResponseMessage answer = await who.GetAsync("live");
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).RootElement;
    }

    [GeneratedRegex("name=\"headshot\" value=\"(?<id>[0-9a-f-]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Candidate();

    [GeneratedRegex("src=\"(?<address>/p/[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Picture();
}
