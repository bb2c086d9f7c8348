using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace Headshots.Validation.Load;

/// <summary>Employees who all follow their links in the same minute.</summary>
internal sealed partial class Employees(Uri address, IReadOnlyList<string> tokens, byte[] photo) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 256, AutomaticDecompression = DecompressionMethods.All })
    {
        BaseAddress = address,
        Timeout = TimeSpan.FromMinutes(10),
    };

    public Latencies Pages { get; } = new();

    /// <summary>From the first byte of a photo to its verdict.</summary>
    public Latencies Photos { get; } = new();

    public Latencies Sends { get; } = new();

    public void Dispose() => _http.Dispose();

    public Task AllAsync() => Task.WhenAll(tokens.Select(OneAsync));

    /// <summary>How many have headshots to choose from.</summary>
    public async Task<int> RenderedAsync()
    {
        int rendered = 0;
        foreach (string token in tokens)
        {
            string state = await _http.GetStringAsync(new Uri($"i/{token}/live", UriKind.Relative));
            rendered += state.Contains("/choose", StringComparison.Ordinal) ? 1 : 0;
        }

        return rendered;
    }

    private async Task OneAsync(string token)
    {
        try
        {
            string welcome = await TimedAsync(Pages, () => _http.GetAsync(new Uri($"i/{token}", UriKind.Relative)));
            string version = ConsentVersion().Match(welcome).Groups["value"].Value;
            using FormUrlEncodedContent consent = new(new Dictionary<string, string>(StringComparer.Ordinal) { ["agreed"] = "true", ["version"] = version });
            await TimedAsync(Pages, () => _http.PostAsync(new Uri($"i/{token}", UriKind.Relative), consent));
            using ByteArrayContent body = new(photo);
            await TimedAsync(Photos, () => _http.PutAsync(new Uri($"i/{token}/photos/{Guid.CreateVersion7()}", UriKind.Relative), body));
            string photos = await TimedAsync(Pages, () => _http.GetAsync(new Uri($"i/{token}/photos", UriKind.Relative)));
            if (!photos.Contains("handler=Send", StringComparison.Ordinal))
            {
                Photos.Failed("the photo was not judged usable");
                return;
            }

            using FormUrlEncodedContent nothing = new([]);
            await TimedAsync(Sends, () => _http.PostAsync(new Uri($"i/{token}/photos?handler=Send", UriKind.Relative), nothing));
        }
        catch (HttpRequestException e)
        {
            Pages.Failed(e.Message);
        }
    }

    private static async Task<string> TimedAsync(Latencies latencies, Func<Task<HttpResponseMessage>> ask)
    {
        long start = Stopwatch.GetTimestamp();
        using HttpResponseMessage answer = await ask();
        string text = await answer.Content.ReadAsStringAsync();
        latencies.Took(Stopwatch.GetElapsedTime(start));
        if (!answer.IsSuccessStatusCode)
        {
            latencies.Failed($"{(int)answer.StatusCode} {answer.RequestMessage?.RequestUri?.AbsolutePath.Split('/')[^1]}");
        }

        return text;
    }

    [GeneratedRegex("name=\"version\" value=\"(?<value>[^\"]+)\"")]
    private static partial Regex ConsentVersion();
}
