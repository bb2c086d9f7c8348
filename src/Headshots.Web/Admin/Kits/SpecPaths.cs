using Microsoft.AspNetCore.Http;

namespace Headshots.Web.Admin.Kits;

/// <summary>Where in the form a problem of the document belongs.</summary>
internal static class SpecPaths
{
    /// <param name="path">As the studio names it: <c>$.framing.faceHeight</c>, or a request's property.</param>
    /// <param name="form">Tells which background is meant.</param>
    public static string FormName(string path, IFormCollection form)
    {
        if (!path.StartsWith("$.", StringComparison.Ordinal))
        {
            return path;
        }

        string name = path[2..];
        return name.StartsWith("background.", StringComparison.Ordinal) && name != "background.type"
            ? $"{SpecForm.Prefix}background.{form[SpecForm.Prefix + "background.type"]}.{name["background.".Length..]}"
            : name.StartsWith("output.renditions", StringComparison.Ordinal) ? RenditionForm.Marker
            : SpecForm.Prefix + name;
    }
}
