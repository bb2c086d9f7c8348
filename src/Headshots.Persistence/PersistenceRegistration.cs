using Headshots.Core.ApiKeys;
using Headshots.Core.Audit;
using Headshots.Core.BrandKits;
using Headshots.Core.Campaigns;
using Headshots.Core.Credits;
using Headshots.Core.Dashboards;
using Headshots.Core.Headshots;
using Headshots.Core.Invitations;
using Headshots.Core.Mail;
using Headshots.Core.People;
using Headshots.Core.Privacy;
using Headshots.Core.Privacy.Consents;
using Headshots.Core.Privacy.Keys;
using Headshots.Core.Privacy.Receipts;
using Headshots.Core.Rendering;
using Headshots.Core.Reviews;
using Headshots.Core.Sessions;
using Headshots.Core.Shared;
using Headshots.Core.Submissions;
using Headshots.Core.Tenants;
using Headshots.Persistence.ApiKeys;
using Headshots.Persistence.Audit;
using Headshots.Persistence.BrandKits;
using Headshots.Persistence.Campaigns;
using Headshots.Persistence.Credits;
using Headshots.Persistence.Dashboards;
using Headshots.Persistence.Headshots;
using Headshots.Persistence.Invitations;
using Headshots.Persistence.Mail;
using Headshots.Persistence.People;
using Headshots.Persistence.Privacy;
using Headshots.Persistence.Privacy.Keys;
using Headshots.Persistence.Providers.Sqlite;
using Headshots.Persistence.Providers.SqlServer;
using Headshots.Persistence.Rendering;
using Headshots.Persistence.Reviews;
using Headshots.Persistence.Sessions;
using Headshots.Persistence.Shared;
using Headshots.Persistence.Submissions;
using Headshots.Persistence.Tenants;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Headshots.Persistence;

public static class PersistenceRegistration
{
    /// <summary>Core's stores over the database that the options name. Call <see cref="HeadshotsDatabase.MigrateAsync"/> before the first use.</summary>
    public static IServiceCollection AddHeadshotsPersistence(this IServiceCollection services, PersistenceOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        services.AddSingleton(options);
        services.AddSingleton(provider => new HeadshotsDatabase(
            provider.GetRequiredService<IContextSource>(), options, new OlderRows(() => provider.GetRequiredService<AuditSeals>(), provider.GetRequiredService<IIds>(), provider.GetRequiredService<TimeProvider>())));
        if (options.Provider == DatabaseProvider.Sqlite)
        {
            services.AddContext<SqliteHeadshotsContext>(builder => UseSqlite(builder, options));
        }
        else
        {
            services.AddContext<SqlServerHeadshotsContext>(builder => UseSqlServer(builder, options));
        }

        return services
            .AddSingleton<AuditChain>()
            .AddScoped<IUnitOfWork, UnitOfWork>()
            .AddScoped<ITenantStore, TenantStore>()
            .AddScoped<IApiKeyStore, ApiKeyStore>()
            .AddScoped<ISessionStore, SessionStore>()
            .AddScoped<IPersonStore, PersonStore>()
            .AddScoped<IBrandKitStore, BrandKitStore>()
            .AddScoped<ICampaignStore, CampaignStore>()
            .AddScoped<IInvitationStore, InvitationStore>()
            .AddScoped<ISubmissionStore, SubmissionStore>()
            .AddScoped<IRenderJobStore, RenderJobStore>()
            .AddScoped<IHeadshotStore, HeadshotStore>()
            .AddScoped<IReviewStore, ReviewStore>()
            .AddScoped<ICreditLedger, CreditLedger>()
            .AddScoped<IAuditLog, AuditLog>()
            .AddScoped<IMailOutbox, MailOutbox>()
            .AddScoped<IErasureOrders, ErasureOrders>()
            .AddScoped<IConsentLedger, ConsentLedger>()
            .AddScoped<IReceiptStore, ReceiptStore>()
            .AddScoped<IDashboardQueries, DashboardQueries>()
            .AddSingleton<IDatabaseTraces>(provider => options.Provider == DatabaseProvider.Sqlite
                ? new SqliteTraces(provider.GetRequiredService<IContextSource>(), provider.GetRequiredService<TimeProvider>())
                : new SqlServerTraces())
            .AddSingleton<ITenantKeyStore, TenantKeyStore>()
            .AddSingleton<ILeaseRenewal, LeaseRenewal>();
    }

    internal static DbContextOptionsBuilder UseSqlite(DbContextOptionsBuilder builder, PersistenceOptions options)
    {
        SqliteConnectionStringBuilder connection = new()
        {
            DataSource = options.Connection,
            ForeignKeys = true,
            DefaultTimeout = (int)options.Timeout.TotalSeconds,
        };
        return builder
            .UseSqlite(connection.ConnectionString)
            .AddInterceptors(TenantReadCheck.Instance, new SqliteConnectionSettings(options.Timeout));
    }

    internal static DbContextOptionsBuilder UseSqlServer(DbContextOptionsBuilder builder, PersistenceOptions options) => builder
        .UseSqlServer(options.Connection, server => server.CommandTimeout((int)options.Timeout.TotalSeconds))
        .AddInterceptors(TenantReadCheck.Instance);

    private static void AddContext<T>(this IServiceCollection services, Action<DbContextOptionsBuilder> configure)
        where T : HeadshotsDbContext
    {
        services.AddDbContextFactory<T>(configure);
        services.AddSingleton<IContextSource, ContextSource<T>>();
        services.AddScoped<HeadshotsDbContext>(provider => provider.GetRequiredService<T>());
    }
}
