namespace Headshots.Vision.Tests;

/// <summary>The networks are loaded once for all tests: the engine is meant to be shared.</summary>
internal static class SharedEngine
{
    private static readonly Lazy<VisionEngine> _engine = new(() => VisionEngine.Load());

    public static VisionEngine Instance => _engine.Value;
}
