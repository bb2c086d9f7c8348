namespace Headshots.Web.Tests.Hosting;

[CollectionDefinition(Name)]
public sealed class PortalPages : ICollectionFixture<PortalHost>
{
    public const string Name = "portal";
}
