using Headshots.Core.ApiKeys;
using Headshots.Core.Audit;
using Headshots.Core.BrandKits;
using Headshots.Core.Campaigns;
using Headshots.Core.Credits;
using Headshots.Core.Headshots;
using Headshots.Core.Invitations;
using Headshots.Core.Mail;
using Headshots.Core.People;
using Headshots.Core.Privacy;
using Headshots.Core.Privacy.Consents;
using Headshots.Core.Privacy.Export;
using Headshots.Core.Privacy.Keys;
using Headshots.Core.Rendering;
using Headshots.Core.Reviews;
using Headshots.Core.Sessions;
using Headshots.Core.Shared;
using Headshots.Core.Submissions;
using Headshots.Core.Tenants;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Headshots.Core;

public static class CoreRegistration
{
    /// <summary>The use cases. Whoever calls this fills the ports: stores, blobs, studio, mail, nudges, keys, clock, and <see cref="SessionLimits"/> where others than the usual ones hold.</summary>
    public static IServiceCollection AddHeadshotsCore(this IServiceCollection services)
    {
        services.AddSingleton<IIds, TimeOrderedIds>();
        services.TryAddSingleton<SessionLimits>();
        services.AddSingleton<ITenantKeys, TenantKeys>();
        services.AddSingleton<AuditSeals>();
        services.AddSingleton<IKeySecrets, RandomKeySecrets>();
        foreach (Type useCase in UseCases)
        {
            services.AddScoped(useCase);
        }

        return services;
    }

    private static readonly Type[] UseCases =
    [
        typeof(ChangeTenant), typeof(CreateTenant), typeof(RemoveSampleTenant), typeof(SuspendTenant), typeof(ScheduleTenantDeletion), typeof(DeleteTenant),
        typeof(EnterPortal), typeof(EndSessions), typeof(EntryWork), typeof(TidySessions),
        typeof(MakeApiKey), typeof(RevokeApiKey), typeof(CheckApiKey),
        typeof(SavePerson), typeof(ImportPeople), typeof(MarkPersonLeft),
        typeof(SaveBrandKit), typeof(PublishBrandKit), typeof(ArchiveBrandKit), typeof(AddKitAsset),
        typeof(SaveCampaign), typeof(ExtendCampaign), typeof(CloseCampaign), typeof(InvitePeople), typeof(Invitables),
        typeof(InvitationTokens), typeof(InvitationDevices), typeof(InvitationCodes), typeof(OpenInvitation), typeof(OpeningWork), typeof(RevokeInvitations), typeof(RenewInvitation), typeof(RemindInvited), typeof(RemindOnTime),
        typeof(GiveConsent), typeof(AddSelfie), typeof(RemoveSelfie), typeof(SendSubmission), typeof(SendingWork),
        typeof(RunRenderJob), typeof(RenderInputs), typeof(RecordRender), typeof(RecordingWork), typeof(RenderWork), typeof(DispatchDueJobs),
        typeof(RetryJob), typeof(RenderAgain), typeof(AgainWork), typeof(PreviewKit),
        typeof(ChooseHeadshot), typeof(StartOver),
        typeof(Approving), typeof(ReviewHeadshots), typeof(ReviewedPeople), typeof(UndoReview),
        typeof(GrantCredits),
        typeof(SendDueMail), typeof(MailContents), typeof(MailWriting), typeof(RetryMail),
        typeof(ErasePerson), typeof(ErasedPeople), typeof(ErasedFiles), typeof(ErasureProofs), typeof(PersonalData), typeof(ErasingWork), typeof(CarryOutErasures), typeof(DeleteOldSelfies), typeof(SweepOrphans),
        typeof(EraseLeavers), typeof(DeleteUnfinished), typeof(MadeOfSubmissions), typeof(ForgetConsents), typeof(ExportPerson), typeof(ExportedStores), typeof(ExportedWork),
        typeof(RotateTenantKeys), typeof(VerifyAudit), typeof(AnchorAudit),
    ];
}
