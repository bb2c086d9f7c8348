using System.Text.RegularExpressions;

namespace Headshots.Web.Tests.Localisation;

public sealed partial class TextsTests
{
    public static TheoryData<string> Sets => [.. TextSources.Sets];

    [Theory]
    [MemberData(nameof(Sets))]
    public void Texts_OfEachSet_AreThereInGermanToo(string set)
    {
        IReadOnlyDictionary<string, string> english = TextSources.Texts(set, "en");

        Assert.NotEmpty(english);
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), TextSources.Texts(set, "de").Keys.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(english.Values, string.IsNullOrWhiteSpace);
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Texts_OfEachSet_TakeTheSameValues(string set)
    {
        IReadOnlyDictionary<string, string> german = TextSources.Texts(set, "de");

        Assert.All(TextSources.Texts(set, "en"), text => Assert.Equal(Places(text.Value), Places(german[text.Key])));
    }

    [Fact]
    public void Keys_ThatCount_HaveATextForOne()
    {
        string[] keys = [.. TextSources.Sets.SelectMany(s => TextSources.Texts(s, "en").Keys)];

        Assert.NotEmpty(TextSources.KeysCounted());
        Assert.All(TextSources.KeysCounted(), counted => Assert.Contains($"{counted}.One", keys));
    }

    [Fact]
    public void Keys_ThatPagesAskFor_AllHaveAText()
    {
        Assert.All(TextSources.KeysAsked(), used => Assert.Contains(All(), key => Means(used, key)));
    }

    [Fact]
    public void Texts_OfShellAndEmployees_AreAllAskedFor()
    {
        IReadOnlySet<string> named = TextSources.KeysNamed();

        Assert.All(All("Texts."), key => Assert.Contains(named, used => Means(used, key)));
    }

    [Theory]
    [InlineData("Language.{language.Name}", "Language.de", true)]
    [InlineData("Language.{language.Name}", "Languages.de", false)]
    [InlineData("Nav.Home", "Nav.Home", true)]
    [InlineData("Nav.Home", "Nav.Homes", false)]
    public void Fits_OneKey_SaysWhetherItIsMeant(string used, string key, bool fits) => Assert.Equal(fits, TextSources.Fits(used, key));

    private static string[] All(string below = "") =>
        [.. TextSources.Sets.Where(s => s.StartsWith(below, StringComparison.Ordinal)).SelectMany(s => TextSources.Texts(s, "en").Keys)];

    /// <summary>A key that ends with a dot stands for all that start so: a module is handed them together.</summary>
    private static bool Means(string used, string key) =>
        TextSources.Fits(used, key) || (used.EndsWith('.') && key.StartsWith(used, StringComparison.Ordinal));

    private static string[] Places(string text) => [.. Place().Matches(text).Select(m => m.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Place();
}
