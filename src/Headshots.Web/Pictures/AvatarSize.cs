namespace Headshots.Web.Pictures;

/// <summary>28, 40 or 72 pixels.</summary>
public enum AvatarSize
{
    Medium,
    Small,
    Large,
}
