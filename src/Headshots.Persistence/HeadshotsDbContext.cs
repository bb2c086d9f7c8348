using System.Linq.Expressions;
using Headshots.Core.Audit;
using Headshots.Core.People;
using Headshots.Core.Shared;
using Headshots.Core.Tenants;
using Headshots.Persistence.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Headshots.Persistence;

/// <summary>The one model. Each provider derives from it to have migrations of its own.</summary>
internal abstract class HeadshotsDbContext(DbContextOptions options) : DbContext(options)
{
    public const string TenantProperty = "TenantId";

    private const string VersionProperty = "Version";

    public TenantFence Fence { get; } = new();

    /// <summary>What belongs into the transaction of the next save besides the changed rows.</summary>
    public List<Func<HeadshotsDbContext, CancellationToken, Task>> WithNextSave { get; } = [];

    /// <summary>Read by the query filters when a query runs.</summary>
    private TenantId CurrentTenant => Fence.Current;

    /// <summary>A tenant's rows. There is no other way to rows but this and the few places that name <c>IgnoreQueryFilters</c>.</summary>
    public IQueryable<T> Rows<T>(TenantId tenant)
        where T : class
    {
        Fence.Ask(tenant);
        return Set<T>().Where(row => EF.Property<TenantId>(row, TenantProperty) == tenant);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Rows are written with SaveChangesAsync.");

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        PrepareChanges();

        // They were looked for just now; a second time costs as much again, with the thousands of rows of an import.
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<TenantId>().HaveConversion<TenantIdConverter>();
        configurationBuilder.Properties<string>().HaveMaxLength(400);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(HeadshotsDbContext).Assembly);

        // Types of documents inside rows are still in the model at this point; they leave it when it is finished.
        foreach (IMutableEntityType type in modelBuilder.Model.GetEntityTypes().Where(t => t.ClrType == typeof(Tenant) || t.FindProperty(TenantProperty) is not null))
        {
            type.SetQueryFilter(FilterOf(type.ClrType));
            type.FindProperty(VersionProperty)?.IsConcurrencyToken = true;
        }
    }

    private LambdaExpression FilterOf(Type type)
    {
        ParameterExpression row = Expression.Parameter(type, "row");
        Expression owner = Expression.Property(row, type == typeof(Tenant) ? nameof(Tenant.Id) : TenantProperty);
        Expression asked = Expression.Property(Expression.Constant(this, typeof(HeadshotsDbContext)), nameof(CurrentTenant));
        return Expression.Lambda(Expression.Equal(owner, asked), row);
    }

    private void PrepareChanges()
    {
        ChangeTracker.DetectChanges();
        HashSet<TenantId> owners = [];
        foreach (EntityEntry entry in ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            owners.Add(entry.Entity is Tenant tenant ? tenant.Id : (TenantId)entry.Property(TenantProperty).CurrentValue!);
            if (entry.Entity is IWrittenOnce && entry.State != EntityState.Added)
            {
                throw new NotSupportedException($"A row of {entry.Metadata.GetTableName()} was to be {entry.State}; it is written once.");
            }

            if (entry.State == EntityState.Deleted)
            {
                continue;
            }

            if (entry.Entity is AuditEntry { Sequence: 0 })
            {
                throw new NotSupportedException("Audit entries are written by the unit of work, which joins them to their chain.");
            }

            if (entry.Metadata.FindProperty(VersionProperty) is not null)
            {
                // From the original, so that a save that is tried again raises it once.
                PropertyEntry version = entry.Property(VersionProperty);
                version.CurrentValue = entry.State == EntityState.Added ? 1L : (long)version.OriginalValue! + 1;
            }

            Fold(entry);
        }

        Fence.CheckWrite(owners);
    }

    /// <summary>Databases compare letters each in their own way; what is searched in is stored folded.</summary>
    private static void Fold(EntityEntry entry)
    {
        string? text = entry.Entity switch
        {
            Person person => $"{person.Name}\n{person.Email}\n{person.ExternalId}",
            AuditEntry audit => audit.ActorName,
            _ => null,
        };
        if (text is not null)
        {
            entry.Property(FoldedText.Property).CurrentValue = FoldedText.Fold(text);
        }
    }
}
