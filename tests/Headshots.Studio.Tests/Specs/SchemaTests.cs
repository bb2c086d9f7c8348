using System.Text.Json;
using System.Text.Json.Nodes;
using Headshots.Imaging;
using Headshots.Studio.Specs;

namespace Headshots.Studio.Tests.Specs;

/// <summary>The published schema and the parser say the same, field by field.</summary>
public sealed class SchemaTests
{
    private static readonly JsonObject _schema = JsonNode.Parse(PortraitSpec.Schema)!.AsObject();

    /// <summary>Every object of a spec: where it is, its schema, its record, and a document of which it is a part.</summary>
    private static readonly List<Section> _sections = [.. Sections()];

    public static TheoryData<string, string> Fields
    {
        get
        {
            TheoryData<string, string> fields = [];
            foreach (Section section in _sections)
            {
                foreach (string name in section.Fields)
                {
                    fields.Add(section.Record.Name, name);
                }
            }

            return fields;
        }
    }

    public static TheoryData<string> Objects => [.. _sections.Select(s => s.Record.Name)];

    [Theory]
    [MemberData(nameof(Objects))]
    public void Schema_EveryObject_HasTheRecordsFieldsAndNoOthers(string recordName)
    {
        Section section = _sections.Single(s => s.Record.Name == recordName);
        _ = JsonSerializer.SerializeToNode(new PortraitSpec(), SpecJson.Options);
        IEnumerable<string> known = SpecJson.Options.GetTypeInfo(section.Record).Properties.Select(p => p.Name).Where(n => n != "type");

        Assert.Equal(known.Order(StringComparer.Ordinal), section.Fields.Where(f => f != "type").Order(StringComparer.Ordinal));
        Assert.False((bool)section.Schema["additionalProperties"]!);
        Assert.False(Accepts(section, "surely-not-a-field", JsonValue.Create(1)));
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void Schema_EveryField_HasTheRecordsDefaultAndRange(string recordName, string name)
    {
        Section section = _sections.Single(s => s.Record.Name == recordName);
        string path = $"{section.Path}.{name}";
        JsonObject field = Resolve(section.Schema["properties"]![name]!);
        if (field["default"] is { } said)
        {
            JsonNode built = JsonSerializer.SerializeToNode(Activator.CreateInstance(section.Record), section.Record, SpecJson.Options)![name]!;
            Assert.Equal(Text(said), Text(built));
            Assert.True(Accepts(section, name, said), $"{path} refuses its own default");
        }

        foreach ((JsonNode? value, bool good) in Examples(field))
        {
            Assert.True(
                Accepts(section, name, value) == good,
                $"{path}: {value?.ToJsonString() ?? "null"} should be {(good ? "accepted" : "refused")}");
        }
    }

    [Fact]
    public void Schema_RequiredFields_CannotBeLeftOut()
    {
        int checkedFields = 0;
        foreach (Section section in _sections)
        {
            foreach (string name in section.Required)
            {
                JsonObject document = section.Document();
                section.Part(document).Remove(name);
                Assert.False(PortraitSpec.Parse(document.ToJsonString()).Ok, $"{section.Path} without {name}");
                checkedFields++;
            }
        }

        Assert.Equal(1, checkedFields);
        JsonArray ways = _sections.Single(s => s.Record == typeof(RenditionSpec)).Schema["anyOf"]!.AsArray();
        foreach (JsonNode? name in ways[1]!["required"]!.AsArray())
        {
            JsonObject rendition = new() { ["name"] = "a", ["width"] = 96, ["height"] = 96 };
            rendition.Remove((string)name!);
            Assert.False(Parses(rendition), $"a rendition without {name}");
        }

        Assert.Equal("for", (string?)ways[0]!["required"]![0]);
        Assert.True(Parses(new JsonObject { ["for"] = "slack" }));
        Assert.False(PortraitSpec.Parse("""{"background":{}}""").Ok);
        Assert.Equal("type", _schema["$defs"]!["background"]!["required"]![0]!.GetValue<string>());
    }

    [Fact]
    public void Schema_NumberOfRenditions_IsTheParsers()
    {
        int most = _schema["$defs"]!["output"]!["properties"]!["renditions"]!["maxItems"]!.GetValue<int>();

        Assert.True(PortraitSpec.Parse(WithRenditions(most)).Ok);
        Assert.False(PortraitSpec.Parse(WithRenditions(most + 1)).Ok);
    }

    private static bool Parses(JsonObject rendition) => PortraitSpec.Parse(
        new JsonObject { ["output"] = new JsonObject { ["renditions"] = new JsonArray(rendition) } }.ToJsonString()).Ok;

    private static string WithRenditions(int count) => new JsonObject
    {
        ["output"] = new JsonObject
        {
            ["renditions"] = new JsonArray([.. Enumerable.Range(0, count).Select(i =>
                (JsonNode)new JsonObject { ["name"] = $"r{i}", ["width"] = 96, ["height"] = 96 })]),
        },
    }.ToJsonString();

    /// <summary>Values at the ends of what a field's schema allows, and just beyond.</summary>
    private static IEnumerable<(JsonNode? Value, bool Good)> Examples(JsonObject field)
    {
        bool whole = (string?)field["type"] == "integer";
        double step = whole ? 1 : 1e-3;
        if (field["minimum"] is { } low)
        {
            yield return (low.DeepClone(), true);
            yield return (JsonValue.Create(low.GetValue<double>() - step), false);
        }

        if (field["maximum"] is { } high)
        {
            yield return (high.DeepClone(), true);
            yield return (JsonValue.Create(high.GetValue<double>() + step), false);
        }

        if (field["enum"] is JsonArray allowed)
        {
            foreach (JsonNode? value in allowed)
            {
                yield return (value!.DeepClone(), true);
            }

            yield return (JsonValue.Create("something else"), false);
        }

        if (field["maxLength"] is { } longest)
        {
            yield return (JsonValue.Create(new string('n', longest.GetValue<int>())), true);
            yield return (JsonValue.Create(new string('n', longest.GetValue<int>() + 1)), false);
            yield return (JsonValue.Create(string.Empty), false);
        }

        foreach ((string text, bool good) in Written((string?)field["pattern"]))
        {
            Assert.Equal(good, System.Text.RegularExpressions.Regex.IsMatch(text, (string)field["pattern"]!, default, TimeSpan.FromSeconds(1)));
            yield return (JsonValue.Create(text), good);
        }

        switch ((string?)field["type"])
        {
            case "integer":
                yield return (JsonValue.Create(128.5), false);
                yield return (JsonValue.Create("128"), false);
                break;
            case "number":
                yield return (JsonValue.Create("0"), false);
                break;
            case "boolean":
                yield return (JsonValue.Create(true), true);
                yield return (JsonValue.Create(false), true);
                yield return (JsonValue.Create(1), false);
                break;
            case "string":
                yield return (JsonValue.Create(1), false);
                break;
        }
    }

    private static (string Text, bool Good)[] Written(string? pattern) => pattern switch
    {
        null => [],
        _ when pattern.StartsWith("^#", StringComparison.Ordinal) =>
            [("#A0b1C2", true), ("#000000", true), ("A0B1C2", false), ("#A0B1C", false), ("#A0B1C2D", false), ("#A0B1CG", false), ("# A0B1C", false)],
        _ => [("a-9", true), (new string('z', 40), true), (new string('z', 41), false), ("", false), ("aB", true), ("a_b", false), ("a/b", false), ("a.b", false)],
    };

    /// <summary>Whether nothing is said against this field; that it may contradict another field is another matter.</summary>
    private static bool Accepts(Section section, string name, JsonNode? value)
    {
        JsonObject document = section.Document();
        section.Part(document)[name] = value?.DeepClone();
        Result<PortraitSpec, SpecErrors> result = PortraitSpec.Parse(document.ToJsonString());
        return result.Ok || !result.Error.Errors.Any(e => e.Path == $"{section.Path}.{name}" || (e.Line is not null && e.Path.StartsWith(section.Path, StringComparison.Ordinal)));
    }

    private static string Text(JsonNode value) =>
        value.GetValueKind() == JsonValueKind.Number ? ((float)value.GetValue<double>()).ToString() : value.ToJsonString();

    private static IEnumerable<Section> Sections()
    {
        JsonObject parts = _schema["properties"]!.AsObject();
        yield return new Section("$", _schema, typeof(PortraitSpec), () => [], d => d);
        foreach ((string name, Type record) in new (string, Type)[]
        {
            ("framing", typeof(FramingSpec)), ("light", typeof(LightSpec)), ("retouch", typeof(RetouchSpec)),
            ("attire", typeof(AttireSpec)), ("avatar", typeof(AvatarSpec)), ("output", typeof(OutputSpec)),
        })
        {
            yield return new Section($"$.{name}", Resolve(parts[name]!), record, () => new() { [name] = new JsonObject() }, d => d[name]!.AsObject());
        }

        foreach (JsonNode? kind in Resolve(parts["background"]!)["oneOf"]!.AsArray())
        {
            string type = (string)kind!["properties"]!["type"]!["const"]!;
            JsonObject Written() => type == "image" ? new() { ["type"] = type, ["image"] = "lobby.jpg" } : new() { ["type"] = type };
            Type record = PortraitSpec.Parse(new JsonObject { ["background"] = Written() }.ToJsonString()).Value.Background.GetType();
            yield return new Section(
                "$.background",
                kind.AsObject(),
                record,
                () => new() { ["background"] = Written() },
                d => d["background"]!.AsObject());
        }

        yield return new Section(
            "$.attire.anchors",
            Resolve(Resolve(parts["attire"]!)["properties"]!["anchors"]!),
            typeof(GarmentAnchors),
            () => new() { ["attire"] = new JsonObject { ["anchors"] = new JsonObject() } },
            d => d["attire"]!["anchors"]!.AsObject());
        yield return new Section(
            "$.output.renditions[0]",
            Resolve(parts["output"]!)["properties"]!["renditions"]!["items"]!.AsObject(),
            typeof(RenditionSpec),
            () => JsonNode.Parse("""{"output":{"renditions":[{"name":"a","width":96,"height":96}]}}""")!.AsObject(),
            d => d["output"]!["renditions"]![0]!.AsObject());
    }

    /// <summary>Follows a reference; what stands beside it is added.</summary>
    private static JsonObject Resolve(JsonNode node)
    {
        if ((string?)node["$ref"] is not { } reference)
        {
            return node.AsObject();
        }

        JsonObject target = _schema["$defs"]![reference["#/$defs/".Length..]]!.DeepClone().AsObject();
        foreach ((string name, JsonNode? value) in node.AsObject())
        {
            target[name] = value?.DeepClone();
        }

        target.Remove("$ref");
        return target;
    }

    private sealed record Section(
        string Path, JsonObject Schema, Type Record, Func<JsonObject> Document, Func<JsonObject, JsonObject> Part)
    {
        public IEnumerable<string> Fields => Schema["properties"]!.AsObject().Select(p => p.Key);

        public IEnumerable<string> Required => Schema["required"]?.AsArray().Select(n => (string)n!) ?? [];
    }
}
