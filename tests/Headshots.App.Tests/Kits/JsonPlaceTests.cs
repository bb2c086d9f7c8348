using Headshots.App.Kits;

namespace Headshots.App.Tests.Kits;

public sealed class JsonPlaceTests
{
    private const string Document = """
        {
          // a comment
          "name": "x",
          "list": [ 1, { "a": 2 }, [ 3, 4 ] ],
          "after": { "deep": { "b": null } }
        }
        """;

    [Theory]
    [InlineData("$", 1, 1)]
    [InlineData("$.name", 3, 11)]
    [InlineData("$.list", 4, 11)]
    [InlineData("$.list[0]", 4, 13)]
    [InlineData("$.list[1].a", 4, 23)]
    [InlineData("$.list[2][1]", 4, 33)]
    [InlineData("$.after.deep.b", 5, 29)]
    public void Find_PathOfAValue_IsItsLineAndColumn(string path, long line, long column) =>
        Assert.Equal((line, column), JsonPlace.Find(Document, path));

    [Theory]
    [InlineData("$.missing")]
    [InlineData("$.list[3]")]
    [InlineData("$.after.deep.b.c")]
    public void Find_PathOfNothing_IsNull(string path) => Assert.Null(JsonPlace.Find(Document, path));
}
