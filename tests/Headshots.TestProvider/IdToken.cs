namespace Headshots.TestProvider;

/// <summary>A token before it is signed: what a real one would say, and how it is signed. A forger changes something of it.</summary>
public sealed class IdToken
{
    public required Dictionary<string, object> Claims { get; init; }

    public required SigningKey Key { get; set; }

    public string Algorithm { get; set; } = "RS256";

    /// <summary>Signs with this text instead, symmetrically.</summary>
    public byte[]? Secret { get; set; }

    /// <summary>Named in the header instead of the key's own id.</summary>
    public string? KeyId { get; set; }

    /// <summary>Changes the text after it was signed.</summary>
    public Func<string, string>? Tampering { get; set; }
}
