using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Localization;

namespace Headshots.Web.Localisation;

/// <summary>
/// The languages of the portal. The program runs without the ICU library, so that it needs nothing of its host: any culture
/// name is then allowed, its texts are found, but it brings no formats. Those that pages use are written down here.
/// </summary>
internal static class Languages
{
    public const string CookieName = "language";

    public static IReadOnlyList<CultureInfo> All { get; } = [English(), German()];

    public static void Configure(RequestLocalizationOptions options)
    {
        options.DefaultRequestCulture = new RequestCulture(All[0]);
        options.SupportedCultures = options.SupportedUICultures = [.. All];
        options.RequestCultureProviders = [new LanguageCookie(), new BrowserLanguages(), new InvitedLanguage()];
    }

    private static CultureInfo English()
    {
        CultureInfo culture = new("en");
        culture.DateTimeFormat.ShortDatePattern = "d MMM yyyy";
        culture.DateTimeFormat.LongDatePattern = "d MMMM yyyy";
        culture.DateTimeFormat.ShortTimePattern = "HH:mm";
        culture.NumberFormat.PercentPositivePattern = 1;
        return culture;
    }

    private static CultureInfo German()
    {
        CultureInfo culture = new("de");
        DateTimeFormatInfo dates = culture.DateTimeFormat;
        dates.MonthNames = dates.MonthGenitiveNames =
            ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember", ""];
        dates.AbbreviatedMonthNames = dates.AbbreviatedMonthGenitiveNames =
            ["Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez.", ""];
        dates.DayNames = ["Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"];
        dates.AbbreviatedDayNames = ["So", "Mo", "Di", "Mi", "Do", "Fr", "Sa"];
        dates.FirstDayOfWeek = DayOfWeek.Monday;
        dates.ShortDatePattern = "dd.MM.yyyy";
        dates.LongDatePattern = "d. MMMM yyyy";
        dates.ShortTimePattern = "HH:mm";
        NumberFormatInfo numbers = culture.NumberFormat;
        numbers.NumberDecimalSeparator = numbers.PercentDecimalSeparator = ",";
        numbers.NumberGroupSeparator = numbers.PercentGroupSeparator = ".";
        numbers.PercentPositivePattern = 0;
        return culture;
    }
}
