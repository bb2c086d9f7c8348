using System.Globalization;
using System.Resources;

namespace Headshots.Workers.Mail;

/// <summary>The words of mails in one language, from <c>MailTexts.resx</c> and <c>MailTexts.LANGUAGE.resx</c>.</summary>
internal sealed class MailTexts(string language)
{
    private static readonly ResourceManager _resources = new("Headshots.Workers.Mail.MailTexts", typeof(MailTexts).Assembly);

    private readonly CultureInfo _culture = CultureInfo.GetCultureInfo(language);

    public string Language => language;

    /// <exception cref="MissingManifestResourceException">There is no such text, which is a fault of this program.</exception>
    public string Get(string name) =>
        _resources.GetString(name, _culture) ?? throw new MissingManifestResourceException($"There is no text {name} for mails.");

    public string Get(string name, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.InvariantCulture, Get(name), values);

    /// <summary>As dates are written in the language, from a pattern among its texts: the program carries no calendars of cultures.</summary>
    public string Date(DateTimeOffset day) => day.ToString(Get("DateFormat"), CultureInfo.InvariantCulture);
}
