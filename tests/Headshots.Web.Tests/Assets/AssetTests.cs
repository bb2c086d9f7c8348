using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Headshots.TestKit;
using Headshots.Web.Tests.Hosting;

namespace Headshots.Web.Tests.Assets;

[Collection(PortalPages.Name)]
public sealed partial class AssetTests(PortalHost portal)
{
    private const int FirstPageBudget = 100 * 1024;

    [Fact]
    public async Task FirstPage_WithAllItAsksFor_StaysBelowAHundredKilobytes()
    {
        int page = Compressed(await BytesAsync("/preferences", compressed: false));
        int style = (await BytesAsync("/site.css")).Length;
        int site = (await BytesAsync("/site.js")).Length;
        int selfies = (await BytesAsync("/selfies.js")).Length;
        int icons = (await BytesAsync("/icons.svg")).Length;

        Assert.InRange(page + style + site + selfies + icons, 1, FirstPageBudget);
    }

    [Fact]
    public async Task StyleSheet_UnderTheNameInThePage_MayBeKeptForEver()
    {
        using HttpClient client = portal.Client();
        string html = await client.GetStringAsync("/preferences", TestContext.Current.CancellationToken);
        string address = StyleSheet().Match(html).Value;
        using HttpResponseMessage answer = await client.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal("text/css", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("immutable", answer.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("face_mesh_solution_simd_wasm_bin.js")]
    [InlineData("face_mesh_solution_wasm_bin.js")]
    [InlineData("face_mesh.js")]
    public async Task FaceMesh_AsServed_MakesNoCodeFromText(string file)
    {
        using HttpClient client = portal.Client();
        string script = await client.GetStringAsync($"/face-mesh/{file}", TestContext.Current.CancellationToken);

        Assert.DoesNotMatch(@"new Function\(|new_\(Function|\beval\(", script);
    }

    [Fact]
    public void Icons_ThatPagesName_AreInTheSprite()
    {
        string web = Path.Combine(Repository.Root, "src", "Headshots.Web");
        HashSet<string> sprite = [.. File.ReadAllLines(Path.Combine(web, "client", "icons.txt"))];
        string[] used =
        [
            .. Directory.EnumerateFiles(web, "*.cshtml", SearchOption.AllDirectories)
                .SelectMany(f => IconName().Matches(File.ReadAllText(f)))
                .Select(m => m.Groups["name"].Value)
                .Where(n => !n.Contains('@', StringComparison.Ordinal)),
        ];

        Assert.NotEmpty(used);
        Assert.Empty(used.Except(sprite));
    }

    private async Task<byte[]> BytesAsync(string address, bool compressed = true)
    {
        using HttpClient client = portal.Client();
        using HttpRequestMessage request = new(HttpMethod.Get, address);
        if (compressed)
        {
            request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        }

        using HttpResponseMessage answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        Assert.Equal(compressed, answer.Content.Headers.ContentEncoding.Contains("gzip"));
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    private static int Compressed(byte[] bytes)
    {
        using MemoryStream target = new();
        using (GZipStream gzip = new(target, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return (int)target.Length;
    }

    [GeneratedRegex(@"/site\.[a-z0-9]+\.css")]
    private static partial Regex StyleSheet();

    [GeneratedRegex("""<icon name="(?<name>[^"]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex IconName();
}
