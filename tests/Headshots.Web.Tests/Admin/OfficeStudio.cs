using System.Text.Json;
using System.Text.Json.Nodes;
using Headshots.Core.Rendering;

namespace Headshots.Web.Tests.Admin;

/// <summary>Knows the real schema, takes every JSON object for a spec, and has nobody to draw.</summary>
internal sealed class OfficeStudio : IPhotoStudio
{
    public string SpecSchema { get; } = ReadSchema();

    public IReadOnlyList<ReadyKit> ReadyKits { get; } = [new("studio-grey", "Studio grey", "{}", [])];

    public IReadOnlyList<string> Sitters { get; } = ["ada"];

    public Task<PhotoVerdict> CheckAsync(ReadOnlyMemory<byte> photo, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<RenderedPhoto> RenderAsync(RenderOrder order, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<RenderedPhoto> PreviewAsync(RenderOrder order, int height, CancellationToken cancellation) =>
        Task.FromResult(new RenderedPhoto(false, [new VerdictReason("no_face", "No face.", "Another photo.")], [], [], null, "{}"));

    public SpecCheck CheckSpec(string spec)
    {
        try
        {
            return JsonNode.Parse(spec) is JsonObject ? new SpecCheck([], []) : new SpecCheck([new SpecProblem("$", "No object.")], []);
        }
        catch (JsonException e)
        {
            return new SpecCheck([new SpecProblem("$", e.Message)], []);
        }
    }

    public AssetCheck CheckAsset(ReadOnlyMemory<byte> content) => new(null, "This is no picture.", "Choose another file.");

    public Task<byte[]> SitterPhotoAsync(string name, CancellationToken cancellation) => Task.FromResult<byte[]>([1]);

    public Task<byte[]?> ThumbnailAsync(ReadOnlyMemory<byte> photo, int longSide, CancellationToken cancellation) => Task.FromResult<byte[]?>(null);

    private static string ReadSchema()
    {
        using StreamReader reader = new(typeof(OfficeStudio).Assembly.GetManifestResourceStream("portrait-spec.schema.json")!);
        return reader.ReadToEnd();
    }
}
