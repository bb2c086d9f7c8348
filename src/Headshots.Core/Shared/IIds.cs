namespace Headshots.Core.Shared;

/// <summary>Where ids come from.</summary>
public interface IIds
{
    /// <summary>A new id, larger than those before it as far as clocks agree, so that tables grow at their end.</summary>
    Guid New();
}

/// <summary>Version 7 ids: a time stamp and 74 random bits.</summary>
public sealed class TimeOrderedIds(TimeProvider time) : IIds
{
    public Guid New() => Guid.CreateVersion7(time.GetUtcNow());
}
