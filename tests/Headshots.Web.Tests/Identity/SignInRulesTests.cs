using Headshots.Web.Identity;

namespace Headshots.Web.Tests.Identity;

public sealed class SignInRulesTests
{
    private const string Secret = "do-not-say-this";

    [Theory]
    [InlineData("Development", "SignIn:Kind is Development")]
    [InlineData("development", "SignIn:Kind is Development")]
    [InlineData("pigeons", "no way to sign in")]
    [InlineData("1", "no way to sign in")]
    public void Of_KindThatMustNotBe_SaysSoOutsideDevelopment(string kind, string said)
    {
        SignInPlan.Of(new SignInOptions { Kind = kind }, isDevelopment: false, out IReadOnlyList<string> problems);

        Assert.Contains(said, Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Nothing_IsDevelopmentThereAndNobodyElsewhere()
    {
        Assert.Equal(SignInKind.Development, SignInPlan.Of(new SignInOptions(), isDevelopment: true, out IReadOnlyList<string> there).Kind);
        Assert.Equal(SignInKind.None, SignInPlan.Of(new SignInOptions(), isDevelopment: false, out IReadOnlyList<string> elsewhere).Kind);
        Assert.Empty(there.Concat(elsewhere));
    }

    [Theory]
    [InlineData("https://login.example.com", "id", Secret, null, false, null)]
    [InlineData("http://localhost:5099/organizations/v2.0", "id", Secret, null, false, null)]
    [InlineData("http://login.example.com", "id", Secret, null, false, "begins with https://")]
    [InlineData("login.example.com", "id", Secret, null, false, "begins with https://")]
    [InlineData(null, "id", Secret, null, false, "SignIn:Authority is missing")]
    [InlineData("https://login.example.com", null, Secret, null, false, "SignIn:ClientId is missing")]
    [InlineData("https://login.example.com", "id", null, null, false, "nothing to prove itself")]
    [InlineData("https://login.example.com", "id", Secret, "/nowhere.pfx", false, "more than one proof")]
    [InlineData("https://login.example.com", "id", null, "/nowhere.pfx", false, "cannot be read")]
    [InlineData("https://login.example.com", "id", Secret, null, true, "works with Entra only")]
    public void Of_Provider_SaysWhatIsWrongAndNeverTheSecret(string? authority, string? clientId, string? secret, string? certificate, bool selfService, string? said)
    {
        SignInOptions options = new() { Kind = "OpenIdConnect", Authority = authority, ClientId = clientId, ClientSecret = secret, CertificatePath = certificate, SelfService = selfService };

        SignInPlan.Of(options, isDevelopment: false, out IReadOnlyList<string> problems);

        if (said is null)
        {
            Assert.Empty(problems);
        }
        else
        {
            Assert.Contains(said, Assert.Single(problems), StringComparison.Ordinal);
        }

        Assert.DoesNotContain(problems, p => p.Contains(Secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0", "Edge · Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1", "Safari · iPhone")]
    [InlineData("Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36", "Chrome · Android")]
    [InlineData("<script>alert(1)</script>", "")]
    [InlineData(null, "")]
    public void DeviceWords_OfABrowser_AreFromAShortList(string? agent, string words) => Assert.Equal(words, DeviceWords.Of(agent));
}
