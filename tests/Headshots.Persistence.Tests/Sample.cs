using Headshots.Core.ApiKeys;
using Headshots.Core.BrandKits;
using Headshots.Core.Campaigns;
using Headshots.Core.Headshots;
using Headshots.Core.Invitations;
using Headshots.Core.People;
using Headshots.Core.Privacy.Receipts;
using Headshots.Core.Rendering;
using Headshots.Core.Shared;
using Headshots.Core.Submissions;
using Headshots.Persistence.Tests.Databases;
using Headshots.TestKit.Secrets;

namespace Headshots.Persistence.Tests;

/// <summary>Makes rows of one company, in any state.</summary>
public sealed class Sample(TestDatabase database, TenantId tenant)
{
    private int _count;

    public TenantId Tenant => tenant;

    public Caller Caller { get; } = new(tenant, new Actor(ActorKind.Staff, "7", "Zoë Müller"));

    private DateTimeOffset Now => database.Time.GetUtcNow();

    public Guid NewId() => database.Ids.New();

    public Person Person(string? name = null, string? email = null, string department = "Sales", string externalId = "")
    {
        int number = Interlocked.Increment(ref _count);
        return Core.People.Person.Create(
            tenant, NewId(), new PersonDetails(name ?? $"Person {number:D5}", email ?? $"p{number}@example.com", department, externalId), Now);
    }

    public BrandKit Kit(string name = "Classic") => BrandKit.Create(
        tenant,
        NewId(),
        name,
        new KitDocument { Spec = """{"background":{"colour":"#102030"}}""", Variants = [new KitVariant("Warm", "{}")], Assets = [new KitAsset("a.jpg", "kit-assets/a.jpg", 9)] },
        Now);

    public Campaign Campaign(BrandKit kit, int days = 20) =>
        Core.Campaigns.Campaign.Create(tenant, NewId(), new CampaignDetails("Spring", kit.Id, "Hello", Now.AddDays(days)), Now);

    public Invitation Invitation(Campaign campaign, Person person)
    {
        Invitation invitation = Core.Invitations.Invitation.Create(tenant, NewId(), campaign.Id, person.Id, campaign.DueAt, Now);
        invitation.SetToken(InvitationTokens.Hash(invitation.Id.ToString()));
        return invitation;
    }

    public ApiKey ApiKey() => Core.ApiKeys.ApiKey.Create(Caller, NewId(), new MakeApiKeyRequest("Payroll", ApiScopes.ReadPeople), new string('a', 64), Now);

    public Submission Submission(Invitation invitation, int selfies = 1)
    {
        Submission submission = Core.Submissions.Submission.Create(
            tenant, NewId(), invitation, SubmissionKind.Selfies, new Consent("2026-01", "en", Now), Now);
        for (int i = 0; i < selfies; i++)
        {
            Assert.Null(submission.Add(Selfie(invitation.PersonId, rank: 50 + i)));
        }

        return submission;
    }

    public Selfie Selfie(Guid personId, double rank = 50)
    {
        Guid id = NewId();
        PhotoVerdict verdict = new(true, "image/jpeg", 3000, 4000, rank, [], [new VerdictReason("soft", "A little soft.", "Hold still.")]);
        return new Selfie(id, PhotoKeys.Selfie(personId, id), "image/jpeg", 1234, new string('a', 64), verdict, Now);
    }

    public RenderJob Job(Submission submission, BrandKitVersion version) => RenderJob.ForSubmission(submission, NewId(), version.Id, Now);

    public Headshot Headshot(RenderJob job, Submission submission, int position = 0, double score = 90)
    {
        RenderedPhoto made = new(
            true, [], [new VerdictReason("dark", "Dark.", "More light.")], [], new HeadshotFigures(score, 1, 2, 3, 4, 5, 6, 0.5, null, 2.5, 0.01), """{"report":true}""");
        Rendition[] renditions = [new("headshot", "headshot.jpg", "people/x/headshot.jpg", "image/jpeg", 800, 1000, 77, new string('b', 64))];
        MadeCandidate candidate = new(new PlannedCandidate(submission.Selfies[0], "Warm", "{}"), made, renditions)
        {
            Before = new Rendition("before", "before.jpg", "people/x/before.jpg", "image/jpeg", 800, 1000, 66, new string('c', 64)),
        };
        return Core.Headshots.Headshot.Create(NewId(), job, submission, candidate, position, Now);
    }

    public DeletionReceipt Receipt(Guid personId)
    {
        using TestSigningKey key = new();
        return DeletionReceipt.Create(
            new ReceiptContent
            {
                Id = NewId(),
                Tenant = tenant.Value,
                Company = "Company",
                Person = personId,
                WholePerson = false,
                AskedBy = ActorKind.Employee,
                DeletedAt = Now,
                CompleteAt = Now,
                Deleted = new DeletedCounts(1, 2, 3, 4, 5, 6, 7, 8),
            },
            key);
    }

    /// <summary>Everything from the kit to a candidate, written.</summary>
    public async Task<Story> StoryAsync(Action<Story>? before = null)
    {
        BrandKit kit = Kit();
        BrandKitVersion version = kit.Publish(NewId(), "Zoë", Now);
        Person person = Person();
        Campaign campaign = Campaign(kit);
        Invitation invitation = Invitation(campaign, person);
        Submission submission = Submission(invitation, selfies: 2);
        RenderJob job = Job(submission, version);
        Story story = new(kit, version, person, campaign, invitation, submission, job, Headshot(job, submission));
        before?.Invoke(story);
        await database.AddAsync(story.Rows);
        return story;
    }
}

public sealed record Story(
    BrandKit Kit, BrandKitVersion Version, Person Person, Campaign Campaign, Invitation Invitation, Submission Submission, RenderJob Job, Headshot Headshot)
{
    public IEnumerable<object> Rows => [Kit, Version, Person, Campaign, Invitation, Submission, Job, Headshot];
}
