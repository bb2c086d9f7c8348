using Headshots.Imaging;
using Headshots.Studio.Matting;

namespace Headshots.Studio.Tests.Matting;

public sealed class FaintIslandsTests
{
    [Theory]
    [InlineData("993..33.", "993.....")] // A faint scrap beside the person goes, the person's own soft edge stays.
    [InlineData(".3333339", ".3333339")] // … if it holds on to something strong, however far.
    [InlineData("3...3...", "........")]
    [InlineData("9...8..9", "9...8..9")] // Strong pieces stay, attached or not.
    public void Remove_OneRow_TakesOnlyWhatIsFaintAndAlone(string before, string after) => Check([before], [after]);

    [Fact]
    public void Remove_PiecesJoinedByARoundaboutWay_AreOne() => Check(
        ["3.3.3..3", "3.3.3..3", "33.33..3", ".3..3...", "..33...3", "...9....", "3......."],
        ["3.3.3...", "3.3.3...", "33.33...", ".3..3...", "..33....", "...9....", "........"]);

    private static void Check(string[] before, string[] after)
    {
        using PlanarImage alpha = PlanarImage.Rent(before[0].Length, before.Length, 1);
        for (int y = 0; y < before.Length; y++)
        {
            for (int x = 0; x < before[y].Length; x++)
            {
                alpha.Row(0, y)[x] = before[y][x] == '.' ? 0 : (before[y][x] - '0') / 10f;
            }
        }

        FaintIslands.Remove(alpha);

        string[] found = [.. Enumerable.Range(0, before.Length).Select(y =>
            string.Concat(alpha.Row(0, y).ToArray().Select(a => a == 0 ? '.' : (char)('0' + (int)MathF.Round(10 * a)))))];
        Assert.Equal(after, found);
    }
}
