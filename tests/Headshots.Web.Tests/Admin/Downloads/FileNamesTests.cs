using Headshots.Core.Headshots;
using Headshots.Web.Admin.Downloads;

namespace Headshots.Web.Tests.Admin.Downloads;

public sealed class FileNamesTests
{
    private static readonly Rendition Slack = new("slack", "slack.jpg", "key", "image/jpeg", 1024, 1024, 10, "00");

    private static ApprovedHeadshot Of(string name, string department = "") => new(Guid.Empty, Guid.Empty, name, "ada@example.com", department, "7", default, 90, [Slack]);

    [Theory]
    [InlineData("Ada Lovelace", "slack/Ada Lovelace.jpg")]
    [InlineData("../../etc/passwd", "slack/-..-etc-passwd.jpg")]
    [InlineData("A/B:C*?\"<>|", "slack/A-B-C------.jpg")]
    [InlineData("CON", "slack/CON-.jpg")]
    [InlineData(" . ", "slack.jpg")]
    [InlineData("José 東京 😀", "slack/José 東京 😀.jpg")]
    public void Next_WhateverSomebodyIsCalled_IsANameForEveryFileSystem(string name, string expected) =>
        Assert.Equal(expected, new FileNames(FileNames.Usual).Next(Of(name), Slack));

    [Fact]
    public void Next_Namesakes_AreToldApart()
    {
        FileNames names = new("{name}");
        Assert.Equal(["Ada.jpg", "ada-2.jpg", "Ada-3.jpg"], new[] { "Ada", "ada", "Ada" }.Select(n => names.Next(Of(n), Slack)));
    }

    [Fact]
    public void Next_TemplateThatClimbs_StaysInside() =>
        Assert.Equal("Sales/7.jpg", new FileNames("../{department}/./{id}").Next(Of("Ada", "Sales"), Slack));

    [Theory]
    [InlineData("{rendition}", false)]
    [InlineData("{id}-{rendition}", true)]
    public void IsUsable_OnlyWhereItTellsPeopleApart(string template, bool expected) => Assert.Equal(expected, FileNames.IsUsable(template));
}
