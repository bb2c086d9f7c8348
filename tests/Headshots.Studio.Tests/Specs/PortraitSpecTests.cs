using Headshots.Imaging;
using Headshots.Studio.Kits;
using Headshots.Studio.Specs;

namespace Headshots.Studio.Tests.Specs;

public sealed class PortraitSpecTests
{
    [Fact]
    public void Parse_EmptyObject_GivesDefaults()
    {
        PortraitSpec spec = PortraitSpec.Parse("{}").Value;

        Assert.Equal("1:1", spec.Framing.Aspect);
        Assert.InRange(spec.Framing.FaceHeight, 0.6f, 0.7f);
        Assert.IsType<SolidBackground>(spec.Background);
    }

    public static TheoryData<string> ReadyNames => [.. ReadyKits.Names];

    [Theory]
    [MemberData(nameof(ReadyNames))]
    public void Parse_ReadyKit_SurvivesRoundTrip(string name)
    {
        PortraitSpec spec = ReadyKits.Get(name);

        PortraitSpec again = PortraitSpec.Parse(spec.ToJson()).Value;

        Assert.Equal(spec.ToJson(), again.ToJson());
        Assert.Equal(spec.Background, again.Background);
        Assert.Equal(spec.Framing, again.Framing);
    }

    [Theory]
    [InlineData("""{"framing":{"faceHeigth":0.6}}""", "$.framing")]
    [InlineData("""{"background":{"type":"solid","colour":"grey"}}""", "$.background.colour")]
    [InlineData("""{"background":{"type":"plaid"}}""", "$.background")]
    [InlineData("""{"background":{"colour":"#FFFFFF"}}""", "$.background")]
    [InlineData("""{"background":null}""", "$.background")]
    [InlineData("""{"framing":{"aspect":"16:9"}}""", "$.framing.aspect")]
    [InlineData("""{"framing":{"aspect":null}}""", "$.framing.aspect")]
    [InlineData("""{"framing":{"faceHeight":0.9}}""", "$.framing.faceHeight")]
    [InlineData("""{"framing":{"faceHeight":0.8,"eyeLine":0.25}}""", "$.framing")]
    [InlineData("""{"light":{"key":"disco"}}""", "$.light.key")]
    [InlineData("""{"retouch":{"strength":1.5}}""", "$.retouch.strength")]
    [InlineData("""{"attire":{"mode":"naked"}}""", "$.attire.mode")]
    [InlineData("""{"attire":{"mode":"recolour"}}""", "$.attire.colour")]
    [InlineData("""{"attire":{"garment":"../../etc/passwd"}}""", "$.attire.garment")]
    [InlineData("""{"attire":{"anchors":{"throatY":2}}}""", "$.attire.anchors.throatY")]
    [InlineData("""{"background":{"type":"image"}}""", "$.background.image")]
    [InlineData("""{"background":{"type":"image","image":"../lobby.jpg"}}""", "$.background.image")]
    [InlineData("""{"background":{"type":"image","image":".hidden"}}""", "$.background.image")]
    [InlineData("""{"background":{"type":"scene","scene":"beach"}}""", "$.background.scene")]
    [InlineData("""{"avatar":{"style":"oil"}}""", "$.avatar.style")]
    [InlineData("""{"avatar":{"palette":["#FFFFFG"]}}""", "$.avatar.palette[0]")]
    [InlineData("""{"framing":{"guide":"heart"}}""", "$.framing.guide")]
    [InlineData("""{"output":{"renditions":[{"for":"myspace"}]}}""", "$.output.renditions[0].for")]
    [InlineData("""{"output":{"renditions":[{"name":"big"}]}}""", "$.output.renditions[0].width")]
    [InlineData("""{"output":{"renditions":[{"for":"slack"},{"for":"slack","name":"SLACK"}]}}""", "$.output.renditions[1].name")]
    [InlineData("""{"output":{"height":100000}}""", "$.output.height")]
    [InlineData("""{"output":{"renditions":[{"name":"../up","width":96,"height":96}]}}""", "$.output.renditions[0].name")]
    [InlineData("""{"output":{"renditions":[{"name":"a","width":96,"height":96},{"name":"a","width":96,"height":96}]}}""", "$.output.renditions[1].name")]
    [InlineData("""{"output":{"renditions":[{"name":"a","width":96,"height":96,"format":"bmp"}]}}""", "$.output.renditions[0].format")]
    [InlineData("""{"output":{"renditions":[{"name":"a","width":96,"height":96,"format":"png","maxBytes":9000}]}}""", "$.output.renditions[0].maxBytes")]
    [InlineData("""{"output":{"renditions":[{"name":"a","width":900,"height":96}]}}""", "$.output.renditions[0]")]
    [InlineData("""{"output":{"renditions":[null]}}""", "$.output.renditions[0]")]
    [InlineData("""{"name":""}""", "$.name")]
    [InlineData("""{"name":"a","name":"b"}""", "$")]
    [InlineData("null", "$")]
    [InlineData("{", "$")]
    public void Parse_BadDocument_NamesTheTrouble(string json, string path)
    {
        Result<PortraitSpec, SpecErrors> result = PortraitSpec.Parse(json);

        Assert.False(result.Ok);
        Assert.StartsWith(path, result.Error.Errors[0].Path, StringComparison.Ordinal);
        Assert.NotEmpty(result.Error.Errors[0].Message);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData(" \n ", "empty")]
    [InlineData("{ \"name\": ", "ends too early")]
    [InlineData("{\n\"framing\": {\n", "ends too early")]
    [InlineData("{ \"name\": maybe }", "not JSON")]
    [InlineData("{ \"name\" \"x\" }", "not JSON")]
    [InlineData("[]", "an object in curly brackets; here is a list")]
    [InlineData("7", "an object in curly brackets; here is 7")]
    [InlineData("""{"framing":{"faceHeigth":0.6}}""", "aspect, faceHeight, eyeLine, centreOffset, lookRoom, level, perspective, guide")]
    [InlineData("""{"frame":{}}""", "name, background, framing, light, retouch, attire, avatar, output")]
    [InlineData("""{"background":{"type":"solid","color":"#FFFFFF"}}""", "type, colour, vignette")]
    [InlineData("""{"framing":{"faceHeight":"tall"}}""", "a number; here is \"tall\"")]
    [InlineData("""{"framing":{"level":1}}""", "true or false")]
    [InlineData("""{"framing":{"aspect":{}}}""", "text in quotes; here is an object")]
    [InlineData("""{"framing":[]}""", "an object in curly brackets")]
    [InlineData("""{"output":{"height":1.5}}""", "a whole number; here is 1.5")]
    [InlineData("""{"output":{"height":99999999999}}""", "a whole number")]
    [InlineData("""{"output":{"height":null}}""", "null is not allowed")]
    [InlineData("""{"output":{"renditions":{}}}""", "a list in square brackets")]
    [InlineData("""{"output":{"renditions":[3]}}""", "an object in curly brackets")]
    [InlineData("""{"background":{"type":"plaid"}}""", "solid, linear, radial, image, blurred, scene")]
    [InlineData("""{"background":{"type":3}}""", "solid, linear, radial, image, blurred, scene")]
    [InlineData("""{"background":{}}""", "solid, linear, radial, image, blurred, scene")]
    [InlineData("""{"background":{"type":"solid","colour":5}}""", "#E6E9ED")]
    [InlineData("""{"name":"a","name":"b"}""", "twice")]
    [InlineData("{\"name\":\"\\ud800\"}", "\\u")]
    [InlineData("{\"\\ud800\":1}", "\\u")]
    public void Parse_MisshapenDocument_SaysWhatIsExpectedInTheUsersWords(string json, string expected)
    {
        SpecErrors errors = PortraitSpec.Parse(json).Error!;

        Assert.Contains(expected, errors.Errors[0].Message, StringComparison.Ordinal);
        Assert.All(
            new[] { ".NET", "System.", "Headshots.", "discriminator", "isFinalBlock" },
            word => Assert.DoesNotContain(word, errors.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(6, true)]
    [InlineData(7, false)]
    public void Parse_RenditionsOfManyAspects_AreLimited(int aspects, bool good)
    {
        IEnumerable<string> renditions = Enumerable.Range(0, aspects).Select(i =>
            $$$"""{"name":"r{{{i}}}","width":{{{100 + (5 * i)}}},"height":100},{"name":"twice{{{i}}}","width":{{{200 + (10 * i)}}},"height":200}""");

        Result<PortraitSpec, SpecErrors> parsed = PortraitSpec.Parse($$$"""{"output":{"renditions":[{{{string.Join(',', renditions)}}}]}}""");

        Assert.Equal(good, parsed.Ok);
        Assert.True(good || parsed.Error!.Errors.Single().Path == "$.output.renditions");
    }

    [Fact]
    public void Parse_OneDestinationInTwoFormats_IsTwoFiles()
    {
        PortraitSpec spec = PortraitSpec.Parse(
            """{"output":{"renditions":[{"for":"webSquare"},{"for":"webSquare","format":"avif"}]}}""").Value;

        Assert.Equal(["jpeg", "avif"], spec.Output.Renditions.Select(r => Rendition.Of(r).Format));
    }

    [Fact]
    public void Rendition_OfADestination_HasItsSizeAndLimitUnlessTheKitSaysOtherwise()
    {
        Assert.Equal(new Rendition("microsoft365", 648, 648, "jpeg", 102_400), Rendition.Of(new RenditionSpec { For = "microsoft365" }));
        Assert.Equal(
            new Rendition("m", 240, 240, "jpeg", 9_000),
            Rendition.Of(new RenditionSpec { For = "microsoft365", Name = "m", Width = 240, Height = 240, MaxBytes = 9_000 }));
        Assert.Null(Rendition.Of(new RenditionSpec { For = "microsoft365", Format = "webp" }).MaxBytes);
    }

    [Fact]
    public void Parse_TwoMisshapenFields_NamesBoth()
    {
        SpecErrors errors = PortraitSpec.Parse("""{"name":3,"framing":{"level":"yes"}}""").Error!;

        Assert.Equal(["$.name", "$.framing.level"], errors.Errors.Select(e => e.Path));
    }

    [Fact]
    public void Parse_TwoMistakes_NamesBoth()
    {
        SpecErrors errors = PortraitSpec.Parse("""{"framing":{"aspect":"9:9","centreOffset":3}}""").Error!;

        Assert.Equal(["$.framing.aspect", "$.framing.centreOffset"], errors.Errors.Select(e => e.Path));
    }

    [Fact]
    public void Parse_SyntaxError_NamesItsLine()
    {
        SpecErrors errors = PortraitSpec.Parse("{\n  \"name\": \"x\",\n  \"framing\": { \"level\": maybe }\n}").Error!;

        Assert.Equal(3, errors.Errors[0].Line);
    }
}
