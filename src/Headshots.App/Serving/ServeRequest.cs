using Headshots.App.Hosting;

namespace Headshots.App.Serving;

/// <summary>What was asked for on the command line.</summary>
/// <param name="Data">Where everything is kept.</param>
/// <param name="Roles">What this process does.</param>
/// <param name="Urls">Addresses to listen on, separated by semicolons; null for the configured or usual ones.</param>
internal sealed record ServeRequest(DataFolder Data, Roles Roles, string? Urls);
