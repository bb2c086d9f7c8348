namespace Headshots.Web.Security;

/// <summary>Marks the page that may open the camera and run the face mesh.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class UsesCameraAttribute : Attribute;
