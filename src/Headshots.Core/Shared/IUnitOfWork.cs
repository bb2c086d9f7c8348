namespace Headshots.Core.Shared;

/// <summary>All that the stores of one request were given is written together, or not at all.</summary>
public interface IUnitOfWork
{
    /// <summary>Writes; <see cref="SharedProblems.Changed"/> when a row was changed by somebody else since it was read, or a
    /// row that must be unique exists already. After a failure everything is forgotten, as by <see cref="Forget"/>.</summary>
    Task<Result<Done>> SaveAsync(CancellationToken cancellation);

    /// <summary>Drops all that was read, added or changed and not written: what is read next is read anew.</summary>
    void Forget();
}
