using System.Text;
using Headshots.Core.Rendering;

namespace Headshots.Web.Tests.Hosting;

/// <summary>
/// Tells photos by their first bytes as the studio does, and good ones from bad by a word in them: what it sees is no business of
/// pages. A headshot is the photo with a word appended.
/// </summary>
internal sealed class MagicStudio : IPhotoStudio
{
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF];

    private static readonly VerdictReason Unreadable = new(
        "unsupported_format", "This file is not a photo that can be read.", "Choose a JPEG or PNG photo straight from your camera.");

    private static readonly VerdictReason TooDark = new("too_dark", "There is too little light on the face.", "Face a window or a lamp and take the photo again.");

    public string SpecSchema => "{}";

    public IReadOnlyList<ReadyKit> ReadyKits => [];

    public IReadOnlyList<string> Sitters => [];

    /// <summary>A photo of which headshots can be made; the longer, the better.</summary>
    public static byte[] Photo(int length = 64, string word = "") => [.. Jpeg, .. Encoding.ASCII.GetBytes(word), .. new byte[length]];

    public Task<PhotoVerdict> CheckAsync(ReadOnlyMemory<byte> photo, CancellationToken cancellation)
    {
        if (!photo.Span.StartsWith(Jpeg))
        {
            return Task.FromResult(new PhotoVerdict(false, null, 0, 0, 0, [Unreadable], []));
        }

        bool dark = photo.Span.IndexOf("dark"u8) >= 0;
        return Task.FromResult(new PhotoVerdict(!dark, "image/jpeg", 960, 1200, dark ? 0 : Math.Min(100, photo.Length / 10.0), dark ? [TooDark] : [], []));
    }

    public Task<RenderedPhoto> RenderAsync(RenderOrder order, CancellationToken cancellation)
    {
        byte[] made = [.. order.Photo.Span, .. "made"u8];
        return Task.FromResult(new RenderedPhoto(
            true, [], [], [new RenderedFile("headshot", "headshot.jpg", "image/jpeg", 960, 1200, made)], new HeadshotFigures(90, 90, 90, 90, 90, 90, 90, 1.25, 1, 1, 0.002), "{}"));
    }

    public Task<RenderedPhoto> PreviewAsync(RenderOrder order, int height, CancellationToken cancellation) => RenderAsync(order, cancellation);

    public SpecCheck CheckSpec(string spec) => new([], []);

    public AssetCheck CheckAsset(ReadOnlyMemory<byte> content) => new("jpg", null, null);

    public Task<byte[]> SitterPhotoAsync(string name, CancellationToken cancellation) => throw new NotSupportedException("It has no sitters.");

    public Task<byte[]?> ThumbnailAsync(ReadOnlyMemory<byte> photo, int longSide, CancellationToken cancellation) =>
        Task.FromResult<byte[]?>([.. Jpeg, .. Encoding.ASCII.GetBytes($"{longSide}")]);
}
