using Headshots.App.Engine;
using Headshots.App.Hosting;
using Headshots.App.Keys;
using Headshots.App.SampleCompany;
using Headshots.Core;
using Headshots.Core.Rendering;
using Headshots.Core.Sessions;
using Headshots.Persistence;
using Headshots.Storage;
using Headshots.Storage.Disk;
using Headshots.Web;
using Headshots.Web.Identity;
using Headshots.Workers.Clock;
using Headshots.Workers.Mail;
using Headshots.Workers.Rendering;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Headshots.App.Serving;

/// <summary>Puts the program together: the business, what fills its ports, and the roles that were asked for.</summary>
internal static class Composition
{
    public static void Add(WebApplicationBuilder builder, ServeRequest request)
    {
        ConfigurationManager configuration = builder.Configuration;
        IServiceCollection services = builder.Services;
        DataFolder data = request.Data;
        services.Configure<HostOptions>(host =>
        {
            host.ShutdownTimeout = TimeSpan.FromSeconds(25);
            host.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.StopHost;
        });
        AddBusiness(services, data);
        services.AddOptions<SessionLimits>().Bind(configuration.GetSection("Session")).Validate(o => o.IsValid(), SessionLimits.Rule).ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<SessionLimits>>().Value);
        services.AddMail(mail => BindMail(mail, configuration, data));
        if (request.Roles.HasFlag(Roles.Render))
        {
            services.AddRenderWorkers(configuration.GetSection("Render").Bind, configuration.GetSection("Bus").Bind);
        }
        else
        {
            services.AddRenderingElsewhere();
        }

        if (request.Roles.HasFlag(Roles.Clock))
        {
            services.AddClock(configuration.GetSection("Clock").Bind);
        }

        AddWeb(builder, request);
        services.AddHostedService<StudioWarmUp>();
        if (builder.Environment.IsDevelopment() && request.Roles == Roles.All)
        {
            services.AddSampleCompany();
        }
    }

    /// <summary>The business with its stores, files, keys and studio: also what commands need that do not serve.</summary>
    public static void AddBusiness(IServiceCollection services, DataFolder data)
    {
        services.AddSingleton(data);
        services.TryAddSingleton(TimeProvider.System);
        services.AddHeadshotsCore();
        services.AddHeadshotsPersistence(new PersistenceOptions { Connection = data.Database });
        services.AddDiskBlobs(new DiskBlobOptions { Root = data.Blobs });
        services.AddKeys();
        services.AddSingleton(_ => new RenderLanes(Environment.ProcessorCount));
        services.AddSingleton(new SitterPhotos(Path.Combine(data.Cache, "sitters")));
        services.AddSingleton<StudioAdapter>();
        services.AddSingleton<IPhotoStudio>(s => s.GetRequiredService<StudioAdapter>());
    }

    private static void AddWeb(WebApplicationBuilder builder, ServeRequest request)
    {
        IServiceCollection services = builder.Services;
        services.AddOptions<WebOptions>().Bind(builder.Configuration.GetSection("Web")).Validate(o => o.IsValid(), WebOptions.Rule).ValidateOnStart();
        services.AddSingleton<IPublicAddress, PublicAddress>();
        services.AddProblemDetails();
        services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        services.AddHealthChecks().AddCheck<ReadyCheck>("ready", tags: [ReadyCheck.Tag]);
        builder.WebHost.ConfigureKestrel((context, kestrel) => KestrelLimits.Apply(kestrel, context.Configuration.GetSection("Web").Get<WebOptions>() ?? new WebOptions()));
        if (!request.Roles.HasFlag(Roles.Web))
        {
            return;
        }

        SignInPlan signIn = SignIn(builder.Configuration, builder.Environment);
        services.AddDataProtection().SetApplicationName("Headshots");
        services.AddOptions<KeyManagementOptions>().Configure<DataFolder, SealedFiles>((keys, data, files) => keys.XmlRepository = new KeyRing(data, files));
        services.AddHeadshotsWeb(signIn, ProviderOf(signIn));
    }

    /// <summary>Who vouches for people; an open door is no setting that a server starts with.</summary>
    /// <exception cref="OptionsValidationException">What was set cannot be used.</exception>
    private static SignInPlan SignIn(ConfigurationManager configuration, IHostEnvironment environment)
    {
        SignInOptions options = new();
        configuration.GetSection(SignInOptions.Section).Bind(options);
        SignInPlan plan = SignInPlan.Of(options, environment.IsDevelopment(), out IReadOnlyList<string> problems);
        return problems.Count == 0 ? plan : throw new OptionsValidationException(SignInOptions.Section, typeof(SignInOptions), problems);
    }

    /// <summary>Microsoft's own library where it was built in; the framework's handler otherwise.</summary>
    private static Action<IServiceCollection, SignInPlan>? ProviderOf(SignInPlan plan)
    {
#if PACKAGES_FULL
        return plan.Kind == SignInKind.Entra ? Azure.EntraSignIn.Add : null;
#else
        return null;
#endif
    }

    internal static void BindMail(MailOptions mail, IConfiguration configuration, DataFolder data)
    {
        configuration.GetSection("Mail").Bind(mail);
        if (mail.PickupFolder.Length == 0)
        {
            mail.PickupFolder = data.Mail;
        }
    }
}
