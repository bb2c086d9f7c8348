namespace Headshots.Core.ApiKeys;

/// <summary>What a program may do with a key. Each stands alone: who may change people may not read them.</summary>
[Flags]
public enum ApiScopes
{
    None = 0,

    /// <summary>People and how far their photo is.</summary>
    ReadPeople = 1,

    /// <summary>Campaigns, their numbers, and who is invited.</summary>
    ReadCampaigns = 2,

    /// <summary>Headshots, and the files of approved ones.</summary>
    ReadHeadshots = 4,

    /// <summary>See what waits for a review, approve and reject.</summary>
    Review = 8,

    /// <summary>Begin, change, extend and close campaigns, invite and remind.</summary>
    WriteCampaigns = 16,

    /// <summary>Add, change and erase people.</summary>
    WritePeople = 32,
}
