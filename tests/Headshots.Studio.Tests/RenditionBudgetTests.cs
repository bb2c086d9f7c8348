using Headshots.Studio.Reports;
using Headshots.Studio.Specs;
using Headshots.TestKit;

namespace Headshots.Studio.Tests;

public sealed class RenditionBudgetTests(StudioFixture fixture) : IClassFixture<StudioFixture>
{
    [Fact]
    public void Render_BudgetNoFileCanMeet_LeavesThatRenditionOutAndSaysSo()
    {
        byte[] photo = File.ReadAllBytes(SharedFiles.Require("photos/people/A11_maher_curly.jpg"));
        PortraitSpec spec = new()
        {
            Output = new OutputSpec
            {
                Renditions =
                [
                    new RenditionSpec { Name = "impossible", Width = 1024, Height = 1024, MaxBytes = 4096 },
                    new RenditionSpec { Name = "small", Width = 96, Height = 96, MaxBytes = 10240 },
                ],
            },
        };

        RenderedPortrait result = fixture.Studio.Render(photo, spec);

        Assert.Equal(PortraitStatus.Rendered, result.Report.Status);
        Assert.Equal(["headshot.jpg", "renditions/small.jpg"], result.Files.Select(f => f.Name));
        Reason warning = Assert.Single(result.Report.Warnings, w => w.Code == "budget_too_small");
        Assert.Contains("impossible", warning.Message, StringComparison.Ordinal);
    }
}
