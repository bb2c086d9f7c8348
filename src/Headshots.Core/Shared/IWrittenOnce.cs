namespace Headshots.Core.Shared;

/// <summary>A row that is written and never changed or taken away again by any use; the database's context refuses to.</summary>
public interface IWrittenOnce;
