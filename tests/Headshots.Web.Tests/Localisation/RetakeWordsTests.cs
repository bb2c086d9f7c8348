using System.Globalization;
using Headshots.Core.Rendering;
using Headshots.Web.Localisation;
using Headshots.Web.Tests.Hosting;

namespace Headshots.Web.Tests.Localisation;

[Collection(PortalPages.Name)]
public sealed class RetakeWordsTests(PortalHost portal)
{
    [Theory]
    [InlineData("The light is uneven. Could you take the photo again facing a window?")]
    [InlineData("Das Licht ist ungleichmäßig. Könnten Sie das Foto noch einmal mit dem Gesicht zum Fenster aufnehmen?")]
    public async Task Of_AReadyMadeReason_IsSaidInTheReadersLanguage(string reason)
    {
        string german = TextSources.Texts("Admin.Reviewing.ReviewTexts", "de")["Preset.Light.Text"];
        string english = TextSources.Texts("Admin.Reviewing.ReviewTexts", "en")["Preset.Light.Text"];

        Assert.Contains(reason, new[] { german, english });
        Assert.Equal(german, await InAsync<RetakeWords>("de", words => words.Of(reason)));
        Assert.Equal(english, await InAsync<RetakeWords>("en", words => words.Of(reason)));
    }

    [Fact]
    public async Task Of_WhatAReviewerWrote_StaysAsWritten() =>
        Assert.Equal("Bitte mit Brille. Danke!", await InAsync<RetakeWords>("en", words => words.Of("Bitte mit Brille. Danke!")));

    [Fact]
    public async Task Of_TheStudiosReason_IsSaidInTheReadersLanguage() => Assert.Equal(
        "Die Augen sind geschlossen. Machen Sie das Foto noch einmal mit offenen Augen.",
        await InAsync<RetakeWords>("de", words => words.Of("The eyes are closed. Take the photo again with your eyes open.")));

    [Fact]
    public void Presets_AllHaveATextToSend() => Assert.All(
        RetakeWords.Presets, name => Assert.Contains($"Preset.{name}.Text", TextSources.Texts("Admin.Reviewing.ReviewTexts", "en").Keys));

    [Fact]
    public async Task Variants_OfTheProgram_HaveANameInEveryLanguageAndOthersKeepTheirs()
    {
        Assert.All(OwnVariants.All, variant =>
        {
            string key = $"Variant.{OwnVariants.CodeOf(variant.Name)}";
            Assert.Equal(variant.Name, TextSources.Texts("Texts.ProductTexts", "en")[key]);
            Assert.NotEqual(variant.Name, TextSources.Texts("Texts.ProductTexts", "de")[key]);
        });
        Assert.Equal("Weiches Licht", await InAsync<VariantWords>("de", words => words.Of("Soft light")));
        Assert.Equal("Soft lighting, Berlin", await InAsync<VariantWords>("de", words => words.Of("Soft lighting, Berlin")));
    }

    private Task<string> InAsync<TWords>(string language, Func<TWords, string> say)
        where TWords : notnull
    {
        CultureInfo before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = Languages.All.Single(l => l.Name == language);
        try
        {
            return portal.WithAsync<TWords, string>(words => Task.FromResult(say(words)));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
