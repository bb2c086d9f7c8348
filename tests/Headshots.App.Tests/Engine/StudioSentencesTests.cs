using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Headshots.Core.Rendering;
using Headshots.Imaging;
using Headshots.Studio;
using Headshots.Studio.Reports;
using Headshots.Web.Localisation;
using Microsoft.Extensions.DependencyInjection;

namespace Headshots.App.Tests.Engine;

/// <summary>
/// Whatever the studio can say is found by looking at its own tables of sentences, so that a new one without a translation fails
/// here.
/// </summary>
public sealed partial class StudioSentencesTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddLogging().AddLocalization().AddScoped<ProblemWords>().BuildServiceProvider();
    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;

    public static TheoryData<string, string, string> Sentences
    {
        get
        {
            TheoryData<string, string, string> data = [];
            foreach (VerdictReason reason in All())
            {
                data.Add(reason.Code, reason.Message, reason.Advice);
            }

            return data;
        }
    }

    public void Dispose()
    {
        CultureInfo.CurrentUICulture = _before;
        _services.Dispose();
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Sentence_OfTheStudio_HasATextInEveryLanguage(string code, string message, string advice)
    {
        VerdictReason reason = new(code, message, advice);

        Assert.NotNull(SentencePatterns.Find(code, "Message", message));
        Assert.NotNull(SentencePatterns.Find(code, "Advice", advice));
        Assert.All(Languages.All, language =>
        {
            CultureInfo.CurrentUICulture = language;
            ProblemWords words = _services.GetRequiredService<ProblemWords>();
            bool english = language.Name == "en";

            Assert.Equal(english, words.Message(reason) == message);
            Assert.Equal(english, words.Advice(reason) == advice);
            Assert.Equal(Figures(message), Figures(words.Message(reason)));
            Assert.Equal(Figures(advice), Figures(words.Advice(reason)));
            Assert.DoesNotContain('{', words.Whole(reason));
            Assert.Equal(words.Whole(reason), words.Stored($"{message} {advice}"));
        });
    }

    [Fact]
    public void Sentences_OfTheStudio_AreAllOfItsTables() => Assert.True(
        All().Select(r => r.Code).Distinct().Count() > 35, "The tables were not found: they lie elsewhere now.");

    [Fact]
    public void Codes_OfUnreadablePhotos_AreAllSaid() => Assert.Subset(
        All().Select(r => r.Code).ToHashSet(),
        typeof(PhotoErrorCodes).GetFields().Select(f => (string)f.GetRawConstantValue()!).ToHashSet());

    [Theory]
    [InlineData("8 % smaller", "8 % kleiner")]
    [InlineData("24 % larger and 3 % of the height higher", "24 % größer und 3 % der Höhe höher")]
    [InlineData("24 % larger, 3 % of the height lower and 2 % of the width further left", "24 % größer, 3 % der Höhe tiefer und 2 % der Breite weiter links")]
    [InlineData("5 % of the width further right", "5 % der Breite weiter rechts")]
    public void Message_WithPhrases_TranslatesEach(string english, string german)
    {
        CultureInfo.CurrentUICulture = new CultureInfo("de");
        VerdictReason reason = new("no_room", $"The photo is too tight for the requested framing, so the head is {english} than asked.", "");

        Assert.Equal($"Das Foto ist für den gewünschten Ausschnitt zu eng; der Kopf ist deshalb {german} als vorgesehen.", _services.GetRequiredService<ProblemWords>().Message(reason));
    }

    [Theory]
    [InlineData("Please wear the blue jacket. And smile!")]
    [InlineData("")]
    [InlineData("...")]
    public void Stored_WordsOfSomebody_StayAsTheyAre(string written)
    {
        CultureInfo.CurrentUICulture = new CultureInfo("de");

        Assert.Equal(written, _services.GetRequiredService<ProblemWords>().Stored(written));
    }

    [Fact]
    public void Message_WordedOtherwiseThanToday_IsTranslatedByItsCodeUnlessItHasFigures()
    {
        CultureInfo.CurrentUICulture = new CultureInfo("de");
        ProblemWords words = _services.GetRequiredService<ProblemWords>();

        Assert.Equal("Die Augen sind geschlossen.", words.Message(new VerdictReason("eyes_closed", "Eyes: closed.", "")));
        Assert.Equal("Faces: 3.", words.Message(new VerdictReason("multiple_faces", "Faces: 3.", "")));
        Assert.Equal("What is this?", words.Message(new VerdictReason("from_the_future", "What is this?", "")));
    }

    private static IEnumerable<VerdictReason> All() => ((Assembly[])[typeof(PortraitStudio).Assembly, typeof(PhotoErrorCodes).Assembly])
        .SelectMany(a => a.GetTypes())
        .Where(t => t is { IsAbstract: true, IsSealed: true })
        .SelectMany(t => t.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .SelectMany(Said);

    private static IEnumerable<VerdictReason> Said(MemberInfo member) => member switch
    {
        PropertyInfo p when Says(p.PropertyType) => [Verdict(p.GetValue(null)!)],
        MethodInfo { IsSpecialName: false } m when Says(m.ReturnType) && !Chooses(m) => Arguments(m).Select(a => Verdict(m.Invoke(null, a)!)),
        _ => [],
    };

    private static bool Says(Type type) => type == typeof(Reason) || type == typeof(PhotoError);

    /// <summary>What looks at a picture picks one of the sentences that others word.</summary>
    private static bool Chooses(MethodInfo method) => method.GetParameters().Any(p => p.ParameterType.IsByRefLike || p.ParameterType.Name is "Composition" or "SmallFigure");

    private static VerdictReason Verdict(object said) => said is Reason r ? new(r.Code, r.Message, r.Advice) : said is PhotoError e ? new(e.Code, e.Message, e.Advice) : throw new ArgumentException("It says nothing.", nameof(said));

    /// <summary>Once with each of the values that a sentence can take another turn at.</summary>
    private static IEnumerable<object[]> Arguments(MethodInfo method)
    {
        ParameterInfo[] parameters = method.GetParameters();
        int turns = parameters.Select(p => Samples(p).Length).Max();
        return Enumerable.Range(0, turns).Select(i => parameters.Select(p => Samples(p) is { } s ? s[i % s.Length] : null!).ToArray());
    }

    private static object[] Samples(ParameterInfo parameter) => (parameter.ParameterType.Name, parameter.Name) switch
    {
        ("String", "straying") => ["24 % larger and 3 % of the height higher", "8 % smaller"],
        ("String", "where") => ["by 6 % of the height at the left", "by 2 % of the height above, by 3 % of the height at the right and by 4 % of the height below"],
        ("String", "guide") => ["circle", "rounded"],
        ("String", "what") => ["the face's proportions and lighter skin", "darker skin and the colour of the skin"],
        ("String", _) => ["lobby.jpg"],
        ("Double", _) => [1.25, -0.8],
        ("Int32", _) => [3],
        ("Int64", _) => [30_000_000L],
        ("Rendition", _) => [RenditionOf(parameter.ParameterType)],
        ("ByteBudgetException", _) => [new ByteBudgetException(1000, 4321)],
        ("HeadContrast", _) => [Activator.CreateInstance(parameter.ParameterType, 0.4f, 0.4f)!, Activator.CreateInstance(parameter.ParameterType, 0.1f, 0.1f)!],
        _ => throw new NotSupportedException($"A sentence is made of a {parameter.ParameterType}: give this test one."),
    };

    private static object RenditionOf(Type type) =>
        type.GetMethod("Of", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, [new Headshots.Studio.Specs.RenditionSpec { Name = "wall", Width = 1000, Height = 1250 }])!;

    private static string[] Figures(string text) => [.. Figure().Matches(text).Select(m => m.Value.Replace(',', '.')).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\d+([.,]\d+)?")]
    private static partial Regex Figure();
}
