namespace Headshots.Studio.Tests;

/// <summary>One studio for all tests of a class: loading the networks is the slow part.</summary>
public sealed class StudioFixture : IDisposable
{
    public PortraitStudio Studio { get; } = PortraitStudio.Open();

    public void Dispose() => Studio.Dispose();
}
