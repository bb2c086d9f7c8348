using System.Collections;
using System.Reflection;
using Headshots.Core.ApiKeys;
using Headshots.Core.Audit;
using Headshots.Core.Dashboards;
using Headshots.Core.Headshots;
using Headshots.Core.Invitations;
using Headshots.Core.Mail;
using Headshots.Core.People;
using Headshots.Core.Privacy.Receipts;
using Headshots.Core.Rendering;
using Headshots.Core.Sessions;
using Headshots.Core.Shared;
using Headshots.Persistence.Tests.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace Headshots.Persistence.Tests.Tenants;

/// <summary>A method of a store that asks for the tenant first.</summary>
internal sealed record StoreCall(Type Store, MethodInfo Method)
{
    public override string ToString() => $"{Store.Name}.{Method.Name}({string.Join(", ", Method.GetParameters().Select(p => p.ParameterType.Name))})";
}

/// <summary>Calls every such method there is, with the ids of one company's rows.</summary>
internal sealed class StoreCalls(TestDatabase database, Story story, Headshot approved, OutgoingMail mail, DeletionReceipt receipt, ApiKey key, Session session, DateTimeOffset now)
{
    /// <summary>Those that change something at once.</summary>
    private static readonly string[] Ordering = ["ExtendAsync", "DeleteAsync", "RewrapAsync", "SetOnlyEncryptedAsync", "ForgetPerson", "ForgetEndedAsync", "TryLeaseAsync", "RenewLeaseAsync", "RenewAsync", "SpendAsync", "Refund", "GrantAsync", "UsedAsync", "TouchAsync", "RemoveOverAsync"];

    /// <summary>The ports that this project fills, found in Core, so that a new one cannot be forgotten.</summary>
    public static IReadOnlyList<Type> Stores { get; } =
    [
        .. typeof(TenantId).Assembly.GetExportedTypes().Where(t => t.IsInterface && Implemented(t) && t != typeof(IUnitOfWork)).OrderBy(t => t.FullName, StringComparer.Ordinal),
    ];

    public static IReadOnlyList<StoreCall> All { get; } =
    [
        .. Stores.SelectMany(s => s.GetMethods().Where(m => m.GetParameters() is [{ ParameterType: var first }, ..] && first == typeof(TenantId)).Select(m => new StoreCall(s, m))),
    ];

    public IEnumerable<StoreCall> Questions => All.Where(c => !Ordering.Contains(c.Method.Name));

    public IEnumerable<StoreCall> Orders => All.Where(c => Ordering.Contains(c.Method.Name));

    public async Task<object?> AskAsync(StoreCall call, TenantId tenant)
    {
        await using AsyncServiceScope scope = database.Services.CreateAsyncScope();
        object store = scope.ServiceProvider.GetRequiredService(call.Store);
        object? answer = call.Method.Invoke(store, [.. call.Method.GetParameters().Select(p => p.ParameterType == typeof(TenantId) ? tenant : Argument(call, p))]);
        switch (answer)
        {
            case IAsyncEnumerable<ApprovedHeadshot> stream:
                return await stream.ToListAsync();
            case IAsyncEnumerable<AuditEntry> stream:
                return await stream.ToListAsync();
            case Task task:
                await task;
                return task.GetType().GetProperty("Result")?.GetValue(task);
            case null when call.Method.ReturnType == typeof(void):
                await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().SaveAsync(CancellationToken.None);
                return null;
            default:
                return answer;
        }
    }

    public static bool SaysNothing(object? answer) => answer switch
    {
        null or 0 or false => true,
        Funnel funnel => funnel.Invited == 0,
        Attention attention => attention == new Attention(0, 0, 0, 0, 0, 0, 0),
        IReadOnlyList<DayCount> days => days.All(d => d.Submitted + d.Approved == 0),
        IEnumerable list => !list.Cast<object>().Any(),
        _ when answer.GetType().GetProperty("Items")?.GetValue(answer) is IEnumerable items => !items.Cast<object>().Any(),
        _ => false,
    };

    private object? Argument(StoreCall call, ParameterInfo parameter) => (parameter.ParameterType, parameter.Name) switch
    {
        (_, "cancellation") => CancellationToken.None,
        (_, "campaignId") => story.Campaign.Id,
        (_, "personId") => story.Person.Id,
        (_, "personIds") => new[] { story.Person.Id },
        (_, "invitationId") => story.Invitation.Id,
        (_, "submissionId") => story.Submission.Id,
        (_, "headshotId") => approved.Id,
        (_, "kitId") => story.Kit.Id,
        (_, "versionId") => story.Version.Id,
        (_, "currentVersionId") => Guid.Empty,
        (_, "jobId") => story.Job.Id,
        (_, "id") => IdOf(call.Store),
        (_, "ids") => new[] { IdOf(call.Store) },
        (_, "emails") => new[] { story.Person.Email },
        (_, "externalIds") => new[] { story.Person.ExternalId },
        (_, "now" or "approvedBefore" or "before" or "endedBefore") => now.AddMinutes(1),
        (_, "until" or "expiresAt") => now.AddDays(2),
        (_, "notRemindedSince" or "notSince") => now,
        (_, "first") => DateOnly.FromDateTime(now.UtcDateTime.AddDays(-100)),
        (_, "last") => DateOnly.FromDateTime(now.UtcDateTime.AddDays(1)),
        (_, "most" or "size" or "amount") => 10,
        (_, "withArchived" or "withClosed") => true,
        (_, "worker" or "note") => "w",
        (_, "fromMaster") => "test",
        (_, "toMaster") => "other",
        (_, "wrapped") => new byte[] { 1 },
        (_, "cursor") => null,
        (_, "memberId") => session.MemberId,
        (_, "identity") => TenantWallContract.Identity,
        (_, "endedBefore" or "notSeenSince") => now.AddYears(1),
        var (type, _) when type == typeof(PersonQuery) => new PersonQuery(),
        var (type, _) when type == typeof(InvitationQuery) => new InvitationQuery(story.Campaign.Id),
        var (type, _) when type == typeof(WaitingQuery) => new WaitingQuery(),
        var (type, _) when type == typeof(AuditQuery) => new AuditQuery(),
        _ => throw new NotSupportedException($"{call}: say what to ask for with {parameter.ParameterType.Name} {parameter.Name}."),
    };

    private Guid IdOf(Type store) => store.Name switch
    {
        nameof(IPersonStore) => story.Person.Id,
        nameof(Core.BrandKits.IBrandKitStore) => story.Kit.Id,
        nameof(Core.Campaigns.ICampaignStore) => story.Campaign.Id,
        nameof(IInvitationStore) => story.Invitation.Id,
        nameof(Core.Submissions.ISubmissionStore) => story.Submission.Id,
        nameof(IRenderJobStore) => story.Job.Id,
        nameof(IHeadshotStore) => story.Headshot.Id,
        nameof(IMailOutbox) => mail.Id,
        nameof(IReceiptStore) => receipt.Id,
        nameof(IApiKeyStore) => key.Id,
        nameof(ISessionStore) => session.Id,
        _ => throw new NotSupportedException($"Say which id {store.Name} finds."),
    };

    private static bool Implemented(Type port) => typeof(HeadshotsDatabase).Assembly.GetTypes().Any(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(port));
}
