namespace Headshots.Workers.Rendering;

/// <summary>What carries nudges to render processes.</summary>
public sealed class BusOptions
{
    public const string InMemory = "inmemory";

    /// <summary><c>inmemory</c>: inside this process. Other processes find their work in the rows.</summary>
    public string Transport { get; set; } = InMemory;

    internal bool IsValid() => Transport == InMemory;

    internal const string Rule = "Bus: Transport is \"inmemory\".";
}
