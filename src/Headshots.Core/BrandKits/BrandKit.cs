using Headshots.Core.Shared;

namespace Headshots.Core.BrandKits;

/// <summary>What a company's headshots look like: a draft that is worked on, and published versions that never change.</summary>
public sealed class BrandKit : Entity
{
    private BrandKit()
    {
    }

    public string Name { get; private set; } = string.Empty;

    /// <summary>The document being worked on.</summary>
    public KitDocument Draft { get; private set; } = new();

    /// <summary>The newest published version; null until the first is.</summary>
    public Guid? CurrentVersionId { get; private set; }

    /// <summary>Its number; 0 until the first is published.</summary>
    public int CurrentNumber { get; private set; }

    /// <summary>No new campaigns take it.</summary>
    public bool Archived { get; private set; }

    public bool IsSample { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Whether the draft says something else than the newest version.</summary>
    public bool HasUnpublishedChanges { get; private set; } = true;

    public static BrandKit Create(TenantId tenant, Guid id, string name, KitDocument draft, DateTimeOffset now, bool isSample = false) => new()
    {
        TenantId = tenant,
        Id = id,
        Name = name,
        Draft = draft,
        ChangedAt = now,
        IsSample = isSample,
    };

    internal void Change(string name, KitDocument draft, DateTimeOffset now)
    {
        HasUnpublishedChanges |= draft != Draft;
        Name = name;
        Draft = draft;
        ChangedAt = now;
    }

    internal BrandKitVersion Publish(Guid versionId, string author, DateTimeOffset now)
    {
        CurrentVersionId = versionId;
        CurrentNumber++;
        HasUnpublishedChanges = false;
        ChangedAt = now;
        return BrandKitVersion.Create(this, versionId, CurrentNumber, author, now);
    }

    internal void Archive(bool archived) => Archived = archived;
}

/// <summary>A published state of a kit. Never changed: headshots say which one they obey.</summary>
public sealed class BrandKitVersion
{
    private BrandKitVersion()
    {
    }

    public TenantId TenantId { get; private set; }

    public Guid Id { get; private set; }

    public Guid KitId { get; private set; }

    /// <summary>1, 2, 3 …</summary>
    public int Number { get; private set; }

    public string Name { get; private set; } = string.Empty;

    public KitDocument Document { get; private set; } = new();

    public string PublishedBy { get; private set; } = string.Empty;

    public DateTimeOffset PublishedAt { get; private set; }

    internal static BrandKitVersion Create(BrandKit kit, Guid id, int number, string author, DateTimeOffset now) => new()
    {
        TenantId = kit.TenantId,
        Id = id,
        KitId = kit.Id,
        Number = number,
        Name = kit.Name,
        Document = kit.Draft,
        PublishedBy = author,
        PublishedAt = now,
    };
}
