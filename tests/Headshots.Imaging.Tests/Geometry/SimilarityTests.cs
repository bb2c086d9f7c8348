using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace Headshots.Imaging.Tests.Geometry;

public sealed class SimilarityTests
{
    private static readonly Arbitrary<(Similarity First, Similarity Second, Vector2 Point)> Given =
        Gen.Choose(-1000, 1000).ArrayOf(10).Select(n => (
            new Similarity(0.1f + (Math.Abs(n[0]) / 250f), n[1] / 320f, new Vector2(n[2], n[3])),
            new Similarity(0.1f + (Math.Abs(n[4]) / 250f), n[5] / 320f, new Vector2(n[6], n[7])),
            new Vector2(n[8], n[9]))).ToArbitrary();

    [Fact]
    public void Inverse_AfterApply_GivesThePointBack() =>
        Prop.ForAll(Given, g => Near(g.Point, g.First.Inverse().Apply(g.First.Apply(g.Point)), 0.02f)).QuickCheckThrowOnFailure();

    [Fact]
    public void Then_Always_IsOneAfterTheOther() =>
        Prop.ForAll(Given, g => Near(g.Second.Apply(g.First.Apply(g.Point)), g.First.Then(g.Second).Apply(g.Point), 0.05f))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void ToMatrix_Always_MapsAlike() =>
        Prop.ForAll(Given, g => Near(g.First.Apply(g.Point), Vector2.Transform(g.Point, g.First.ToMatrix()), 0.01f))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Fit_MappedPoints_FindsTheMap() =>
        Prop.ForAll(Given, g =>
        {
            Vector2[] from = [new(3, 4), new(90, -20), g.Point, new(15, 77)];
            Similarity fit = Assert.NotNull(Similarity.Fit(from, [.. from.Select(g.First.Apply)]));
            Assert.Equal(g.First.Scale, fit.Scale, 1e-3f);
            Near(g.First.Apply(new Vector2(50, 50)), fit.Apply(new Vector2(50, 50)), 0.05f);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Fit_NoisyPoints_CannotBeImprovedByAnyNudge()
    {
        var random = new Random(5);
        Vector2 Point() => new(random.NextSingle() * 100, random.NextSingle() * 100);
        Vector2[] from = [.. Enumerable.Range(0, 12).Select(_ => Point())];
        Vector2[] to = [.. from.Select(p => (1.7f * new Vector2(-p.Y, p.X)) + (Point() / 10))];
        Similarity best = Assert.NotNull(Similarity.Fit(from, to));
        double Error(Similarity s) => from.Zip(to, (a, b) => (double)Vector2.DistanceSquared(s.Apply(a), b)).Sum();
        Similarity[] nudged =
        [
            best with { Scale = best.Scale * 1.002f },
            best with { Scale = best.Scale * 0.998f },
            best with { Rotation = best.Rotation + 0.002f },
            best with { Rotation = best.Rotation - 0.002f },
            best with { Translation = best.Translation + new Vector2(0.1f, 0) },
            best with { Translation = best.Translation - new Vector2(0, 0.1f) },
        ];
        Assert.All(nudged, s => Assert.True(Error(s) > Error(best)));
    }

    [Fact]
    public void Fit_OnePointOnly_IsNull()
    {
        Vector2[] same = [new(4, 4), new(4, 4), new(4, 4)];
        Assert.Null(Similarity.Fit(same, [new(1, 2), new(3, 4), new(5, 6)]));
    }

    [Fact]
    public void Apply_QuarterTurn_IsClockwiseAsSeen() =>
        Near(new Vector2(0, 1), new Similarity(1, MathF.PI / 2, Vector2.Zero).Apply(Vector2.UnitX), 1e-6f);

    [Fact]
    public void About_ItsPoint_MovesThere() =>
        Near(new Vector2(7, 8), Similarity.About(new Vector2(30, -4), new Vector2(7, 8), 2.5f, 0.7f).Apply(new Vector2(30, -4)), 1e-4f);

    private static void Near(Vector2 expected, Vector2 actual, float tolerance) =>
        Assert.True(Vector2.Distance(expected, actual) <= tolerance, $"{expected} is not {actual}");
}
