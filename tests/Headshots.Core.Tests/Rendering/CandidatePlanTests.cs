using Headshots.Core.BrandKits;
using Headshots.Core.Invitations;
using Headshots.Core.Rendering;
using Headshots.Core.Shared;
using Headshots.Core.Submissions;

namespace Headshots.Core.Tests.Rendering;

public sealed class CandidatePlanTests
{
    [Theory]
    [InlineData(1, 0, "80:|80:Soft light|80:Untouched")]
    [InlineData(3, 0, "80:|80:Soft light|80:Untouched|79:|78:")]
    [InlineData(6, 0, "80:|80:Soft light|80:Untouched|79:|78:")]
    [InlineData(1, 1, "80:|80:V1|80:Soft light")]
    [InlineData(2, 5, "80:|80:V1|80:V2|79:|80:V3")]
    [InlineData(1, 5, "80:|80:V1|80:V2|80:V3|80:V4")]
    public void For_PhotosAndVariants_IsThreeToFiveTheBestFirst(int photos, int variants, string plan)
    {
        KitDocument kit = new() { Spec = """{"a":1}""", Variants = [.. Enumerable.Range(1, variants).Select(v => new KitVariant($"V{v}", $$"""{"a":{{v}}0}"""))] };

        IReadOnlyList<PlannedCandidate> planned = CandidatePlan.For(Sent(photos), kit);

        Assert.Equal(plan, string.Join('|', planned.Select(p => $"{p.Selfie.Verdict.Rank}:{p.Variant}")));
        Assert.All(planned.Where(p => p.Variant == "V2"), p => Assert.Equal("""{"a":20}""", p.Spec));
    }

    [Fact]
    public void For_NothingUsable_IsEmpty()
    {
        Submission submission = Sent(0);
        submission.Add(Photo(0, usable: false));

        Assert.Empty(CandidatePlan.For(submission, new KitDocument()));
    }

    private static Submission Sent(int photos)
    {
        Invitation invitation = Invitation.Create(new TenantId(new Guid(1, 0, 0, new byte[8])), new Guid(2, 0, 0, new byte[8]), Guid.Empty, Guid.Empty, DateTimeOffset.MaxValue, DateTimeOffset.UnixEpoch);
        Submission submission = Submission.Create(invitation.TenantId, new Guid(3, 0, 0, new byte[8]), invitation, SubmissionKind.Selfies, new Consent("1", "en", default), default);
        for (int i = photos - 1; i >= 0; i--)
        {
            submission.Add(Photo(80 - i, usable: true));
        }

        return submission;
    }

    private static Selfie Photo(double rank, bool usable) =>
        new(new Guid((int)rank + 100, 0, 0, new byte[8]), "k", "image/jpeg", 1, "s", new PhotoVerdict(usable, "image/jpeg", 1, 1, rank, [], []), default);
}
