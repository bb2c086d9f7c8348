using System.Text.Json.Nodes;
using Headshots.Core.BrandKits;
using Headshots.Web.Admin.Kits;
using Microsoft.Extensions.Primitives;

namespace Headshots.Web.Tests.Admin.Kits;

public sealed class SpecFormTests
{
    private static readonly SpecFields Fields = new(new OfficeStudio());

    [Fact]
    public void Fields_OfTheStudiosSchema_AreAllThere()
    {
        Assert.Equal(["solid", "linear", "radial", "image", "blurred", "scene"], Fields.BackgroundTypes);
        Assert.Equal(13, Fields.Destinations.Count);
        Assert.Contains(Fields.All, f => f is { Name: "framing.faceHeight", Kind: SpecFieldKind.Number, Minimum: 0.4, Maximum: 0.8, Default: "0.62" });
        Assert.Contains(Fields.All, f => f is { Name: "background.linear.from", Path: "background.from", Kind: SpecFieldKind.Colour, Default: "#F2F4F7" });
        Assert.Contains(Fields.All, f => f is { Name: "attire.anchors.throatY", Kind: SpecFieldKind.Number });
        Assert.Contains(Fields.All, f => f is { Name: "avatar.palette", Kind: SpecFieldKind.Colours });
        Assert.Contains(Fields.All, f => f is { Name: "framing.level", Kind: SpecFieldKind.Switch, Default: "true" });
    }

    [Fact]
    public void Read_FormThatShowsADocument_GivesItBack()
    {
        JsonObject spec = SpecText.Parse("""
            {
              "name": "kept", "background": { "type": "scene", "scene": "office", "seed": 6, "vignette": 0.25 },
              "framing": { "aspect": "4:5", "faceHeight": 0.6, "level": false }, "attire": { "mode": "recolour", "colour": "#1F3A5F" },
              "avatar": { "style": "flat", "palette": ["#112233", "#445566"] },
              "output": { "height": 1280, "renditions": [ { "for": "slack" }, { "for": "webSquare", "format": "avif" }, { "name": "square", "width": 800, "height": 800 } ] }
            }
            """);
        Assert.Equal(spec.ToJsonString(), SpecForm.Read(Fields, spec, Shown(spec)).ToJsonString());
    }

    [Fact]
    public void Read_DefaultsOnly_SaysNothingButTheBackground()
    {
        JsonObject read = SpecForm.Read(Fields, [], Shown([]));
        Assert.Equal("""{"background":{"type":"solid"}}""", read.ToJsonString());
    }

    [Fact]
    public void Read_OtherBackground_LeavesNothingOfTheFirst()
    {
        JsonObject before = SpecText.Parse("""{ "background": { "type": "linear", "from": "#000000", "angle": 10 } }""");
        Dictionary<string, StringValues> form = Posted(before);
        form["spec.background.type"] = "blurred";
        form["spec.background.blurred.blur"] = "0.9";
        Assert.Equal("""{"background":{"type":"blurred","blur":0.9}}""", SpecForm.Read(Fields, before, new FormCollection(form)).ToJsonString());
    }

    [Fact]
    public void Read_WhatIsNoNumber_StaysForTheStudioToRefuse()
    {
        Dictionary<string, StringValues> form = Posted([]);
        form["spec.output.height"] = "tall";
        Assert.Equal("tall", SpecForm.Read(Fields, [], new FormCollection(form))["output"]!["height"]!.GetValue<string>());
    }

    [Fact]
    public void Variants_WithFieldsAndRest_ComeBack()
    {
        KitVariant variant = new("Blue", """{"light":{"key":"rembrandt","strength":0.3},"retouch":{"strength":0.1},"background":{"type":"solid","colour":"#112233"}}""");
        VariantForm row = VariantForm.Of(variant);
        Assert.Equal(("rembrandt", "0.1", "#112233"), (row.Light, row.Retouch, row.Background));
        FormCollection form = new(new Dictionary<string, StringValues>(StringComparer.Ordinal)
        {
            ["variant.name"] = row.Name, ["variant.light"] = row.Light, ["variant.retouch"] = row.Retouch, ["variant.background"] = row.Background, ["variant.rest"] = row.Rest,
        });
        KitVariant read = Assert.Single(VariantForm.Read(form));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(variant.Patch), JsonNode.Parse(read.Patch)), read.Patch);
    }

    private static FormCollection Shown(JsonObject spec) => new(Posted(spec));

    /// <summary>What a browser posts of the editor that shows this document, untouched.</summary>
    private static Dictionary<string, StringValues> Posted(JsonObject spec)
    {
        string type = SpecText.At(spec, "background.type") is { } t ? SpecText.Of(t) : "solid";
        Dictionary<string, StringValues> form = new(StringComparer.Ordinal) { ["spec.background.type"] = type, [RenditionForm.Marker] = "here" };
        foreach (SpecField field in Fields.All)
        {
            string value = (field.BackgroundType is null || field.BackgroundType == type) && SpecText.At(spec, field.Path) is { } v ? SpecText.Of(v) : field.Default;
            string[] posted = field.Kind != SpecFieldKind.Switch ? [value] : value == "true" ? ["false", "true"] : ["false"];
            form[SpecForm.Prefix + field.Name] = posted;
        }

        IReadOnlyDictionary<string, string> ticked = RenditionForm.Ticked(spec);
        form["size.for"] = ticked.Keys.ToArray();
        foreach ((string destination, string format) in ticked)
        {
            form[$"size.format.{destination}"] = format;
        }

        IReadOnlyList<IReadOnlyDictionary<string, string>> rows = RenditionForm.Rows(spec);
        foreach (string part in (string[])["for", "name", "width", "height", "format", "maxBytes"])
        {
            form[$"row.{part}"] = rows.Select(r => r[part]).Append(string.Empty).ToArray();
        }

        return form;
    }
}
