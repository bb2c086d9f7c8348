using Headshots.App.Serving;

namespace Headshots.App.Tests.Serving;

public sealed class RoleNamesTests
{
    [Theory]
    [InlineData("web,render,clock", (int)Roles.All, "web, render, clock")]
    [InlineData(" clock , web ", (int)(Roles.Web | Roles.Clock), "web, clock")]
    [InlineData("render", (int)Roles.Render, "render")]
    public void Parse_KnownNames_AreRoles(string text, int roles, string names)
    {
        Assert.Equal((Roles)roles, RoleNames.Parse(text, out string? unknown));
        Assert.Null(unknown);
        Assert.Equal(names, RoleNames.Of((Roles)roles));
    }

    [Fact]
    public void Parse_UnknownName_IsNamed()
    {
        _ = RoleNames.Parse("web,postman,clock", out string? unknown);

        Assert.Equal("postman", unknown);
    }
}
