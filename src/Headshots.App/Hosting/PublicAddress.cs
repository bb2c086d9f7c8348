using Headshots.Workers.Mail;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Headshots.App.Hosting;

/// <summary>What was configured, else the first address that this process listens on.</summary>
internal sealed class PublicAddress(IConfiguration configuration, IServer server) : IPublicAddress
{
    public const string Key = "PublicAddress";

    public Uri Value => Configured(configuration) ?? Listening() ?? new Uri("http://localhost/");

    /// <exception cref="InvalidDataException">It is no address.</exception>
    public static Uri? Configured(IConfiguration configuration) => configuration[Key] switch
    {
        null or "" => null,
        string text when Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https" => address,
        string text => throw new InvalidDataException($"{Key} is \"{text}\", which is no address. Write it like https://headshots.example.com."),
    };

    private Uri? Listening() => server.Features.Get<IServerAddressesFeature>()?.Addresses
        .Select(a => a.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal).Replace("+", "localhost", StringComparison.Ordinal).Replace("*", "localhost", StringComparison.Ordinal))
        .Select(a => Uri.TryCreate(a.TrimEnd('/') + "/", UriKind.Absolute, out Uri? address) ? address : null)
        .FirstOrDefault(a => a is not null);
}
