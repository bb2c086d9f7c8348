namespace Headshots.Workers.Mail;

/// <summary>Where people reach the portal.</summary>
public interface IPublicAddress
{
    /// <summary>Scheme, host and perhaps a path, ending with a slash.</summary>
    Uri Value { get; }
}
