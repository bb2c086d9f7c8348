using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Headshots.Core.Headshots;

namespace Headshots.Web.Admin.Downloads;

/// <summary>
/// Names of files in a download, made of a template with <c>{name}</c>, <c>{email}</c>, <c>{department}</c>, <c>{id}</c> and
/// <c>{rendition}</c>. Whatever people are called, a name is one that every file system takes, and no two are the same.
/// </summary>
internal sealed class FileNames(string template)
{
    public const string Usual = "{rendition}/{name}";

    private const int LongestPart = 80;

    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
    };

    private readonly HashSet<string> _given = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether it tells people apart at all.</summary>
    public static bool IsUsable([NotNullWhen(true)] string? template) => template is not null
        && (template.Contains("{name}", StringComparison.Ordinal) || template.Contains("{email}", StringComparison.Ordinal) || template.Contains("{id}", StringComparison.Ordinal));

    public string Next(ApprovedHeadshot headshot, Rendition rendition)
    {
        string filled = template
            .Replace("{name}", Safe(headshot.PersonName), StringComparison.Ordinal)
            .Replace("{email}", Safe(headshot.PersonEmail), StringComparison.Ordinal)
            .Replace("{department}", Safe(headshot.Department), StringComparison.Ordinal)
            .Replace("{id}", Safe(headshot.ExternalId.Length > 0 ? headshot.ExternalId : headshot.PersonId.ToString("N")), StringComparison.Ordinal)
            .Replace("{rendition}", Safe(rendition.Name), StringComparison.Ordinal);
        string path = string.Join('/', filled.Split('/', '\\').Select(Safe).Where(part => part.Length > 0));
        string extension = Path.GetExtension(rendition.FileName);
        string name = path.Length == 0 ? "headshot" : path;
        string unique = name;
        for (int i = 2; !_given.Add(unique + extension); i++)
        {
            unique = string.Create(CultureInfo.InvariantCulture, $"{name}-{i}");
        }

        return unique + extension;
    }

    private static string Safe(string part)
    {
        StringBuilder safe = new(part.Length);
        foreach (char c in part.Normalize(NormalizationForm.FormC))
        {
            safe.Append(char.IsControl(c) || c is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' ? '-' : c);
        }

        string text = safe.ToString().Trim(' ', '.');
        text = text.Length > LongestPart ? text[..LongestPart].TrimEnd(' ', '.') : text;
        return Reserved.Contains(text) ? $"{text}-" : text;
    }
}
