using Headshots.App.CommandLine;
using Headshots.App.Hosting;
using Headshots.App.Keys;
using Headshots.App.Serving;
using Headshots.Core.Privacy.Keys;
using Headshots.Core.Shared;
using Headshots.Core.Tenants;
using Headshots.Persistence;

namespace Headshots.App.Tenants;

/// <summary>What commands do with the database. Apart from the commands, so that others do not load it.</summary>
internal static class BusinessCommands
{
    public static async Task<int> CreateTenantAsync(DataFolder data, CreateTenantRequest request, Terminal terminal, CancellationToken cancellation)
    {
        await using ServiceProvider services = await OpenAsync(data, cancellation);
        await using AsyncServiceScope scope = services.CreateAsyncScope();
        Result<TenantId> created = await scope.ServiceProvider.GetRequiredService<CreateTenant>().HandleAsync(request, cancellation);
        if (!created.Ok)
        {
            terminal.Error.WriteLine($"headshots: {created.Problem.Message}");
            terminal.Error.WriteLines(created.Problem.Fields.Select(f => $"  {f.Field}: {f.Message}"));
            return ExitCode.Usage;
        }

        terminal.Out.WriteLine($"{created.Value}\t{request.Name}\t{request.OwnerEmail}");
        if (request is { Realm: not null, OwnerSubject: null })
        {
            terminal.Error.WriteLine("Nobody is owner yet: give somebody the role Owner where the company signs in, or name one with --owner-id.");
        }

        return ExitCode.Success;
    }

    public static async Task<int> MigrateAsync(DataFolder data, Terminal terminal, CancellationToken cancellation)
    {
        await using ServiceProvider services = await OpenAsync(data, cancellation);
        terminal.Out.WriteLine($"{Printable.Line(data.Database)} is up to date");
        return ExitCode.Success;
    }

    /// <summary>Does something with the business in a scope of its own.</summary>
    public static async Task<int> WithAsync(DataFolder data, Func<IServiceProvider, Task<int>> act, CancellationToken cancellation)
    {
        await using ServiceProvider services = await OpenAsync(data, cancellation);
        await using AsyncServiceScope scope = services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }

    public static async Task<int> RotateKeysAsync(DataFolder data, Terminal terminal, CancellationToken cancellation)
    {
        await using ServiceProvider services = await OpenAsync(data, cancellation);
        MasterKeyRing masters = services.GetRequiredService<MasterKeyRing>();
        KeyRotation files = services.GetRequiredService<SealedFiles>().Rotate();
        await using AsyncServiceScope scope = services.CreateAsyncScope();
        KeyRotation tenants = await scope.ServiceProvider.GetRequiredService<RotateTenantKeys>().HandleAsync(cancellation);
        terminal.Out.WriteLine($"{tenants.Rewrapped} companies' keys and {files.Rewrapped} of the program's own were put under the master key \"{masters.Current.Id}\"; {tenants.Already + files.Already} were under it already.");
        terminal.Out.WriteLine("Older master keys are not needed any more, except for backups of this data.");
        return ExitCode.Success;
    }

    /// <summary>The business over a database that is up to date.</summary>
    internal static async Task<ServiceProvider> OpenAsync(DataFolder data, CancellationToken cancellation)
    {
        data.Create();
        ServiceCollection services = new();
        services.AddLogging();
        Composition.AddBusiness(services, data);
        ServiceProvider provider = services.BuildServiceProvider();
        await provider.GetRequiredService<HeadshotsDatabase>().MigrateAsync(cancellation);
        return provider;
    }
}
