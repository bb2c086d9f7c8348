using Headshots.Core.Shared;

namespace Headshots.Core.Privacy.Consents;

/// <summary>
/// A line of the consent ledger: that somebody agreed, to which text, or that their consent ended. It names a person by id alone.
/// When they are erased it stays: the id leads nowhere then, and still proves the consent to whoever was told it, as the person is
/// by their receipt.
/// </summary>
public sealed class ConsentEvent : IWrittenOnce
{
    private ConsentEvent()
    {
    }

    public TenantId TenantId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    public ConsentEventKind Kind { get; private set; }

    /// <summary>Which text.</summary>
    public string TextVersion { get; private set; } = string.Empty;

    /// <summary>In which language it was shown.</summary>
    public string Language { get; private set; } = string.Empty;

    public DateTimeOffset At { get; private set; }

    /// <summary>Who gave or ended it: the person, somebody of the company, or the program when its time was over.</summary>
    public ActorKind By { get; private set; }

    public static ConsentEvent Given(Caller caller, Guid id, Guid personId, string textVersion, string language, DateTimeOffset now) =>
        Create(caller, id, personId, ConsentEventKind.Given, textVersion, language, now);

    /// <summary>The end of a consent that was given.</summary>
    public static ConsentEvent Ended(Caller caller, Guid id, ConsentEvent given, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(given);
        ArgumentNullException.ThrowIfNull(caller);
        ConsentEventKind kind = caller.Actor.Kind == ActorKind.Employee ? ConsentEventKind.Withdrawn : ConsentEventKind.Lapsed;
        return Create(caller, id, given.PersonId, kind, given.TextVersion, given.Language, now);
    }

    private static ConsentEvent Create(Caller caller, Guid id, Guid personId, ConsentEventKind kind, string textVersion, string language, DateTimeOffset now) => new()
    {
        TenantId = caller.Tenant,
        Id = id,
        PersonId = personId,
        Kind = kind,
        TextVersion = textVersion,
        Language = language,
        At = now,
        By = caller.Actor.Kind,
    };
}

public enum ConsentEventKind
{
    Given,

    /// <summary>The person took it back.</summary>
    Withdrawn,

    /// <summary>What it was given for was deleted by somebody else, or when its time was over.</summary>
    Lapsed,
}

public interface IConsentLedger
{
    void Add(ConsentEvent line);

    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<ConsentEvent>> OfPersonAsync(TenantId tenant, Guid personId, CancellationToken cancellation);

    /// <summary>Takes away the lines of people who are not there any more and whose consent ended before this.</summary>
    /// <returns>How many lines.</returns>
    Task<int> ForgetEndedAsync(TenantId tenant, DateTimeOffset endedBefore, CancellationToken cancellation);
}
