using System.Globalization;
using Headshots.Web.Localisation;
using Microsoft.Extensions.Localization;

namespace Headshots.Web.Admin;

/// <summary>Points in time in words: near ones as a distance, others as a date. All are UTC, which pages say where it matters.</summary>
internal sealed class Moments(TimeProvider time, IStringLocalizer<AdminTexts> texts)
{
    public DateTimeOffset Now => time.GetUtcNow();

    public static string Day(DateTimeOffset moment) => moment.ToString("d", CultureInfo.CurrentUICulture);

    public static string Exactly(DateTimeOffset moment) => $"{moment.UtcDateTime.ToString("d", CultureInfo.CurrentUICulture)}, {moment.UtcDateTime.ToString("t", CultureInfo.CurrentUICulture)} UTC";

    public string Ago(DateTimeOffset moment)
    {
        TimeSpan since = Now - moment;
        return since.TotalMinutes < 1 ? texts["Time.JustNow"]
            : since.TotalHours < 1 ? texts["Time.Minutes", (int)since.TotalMinutes]
            : since.TotalDays < 1 ? texts["Time.Hours", (int)since.TotalHours]
            : since.TotalDays < 14 ? texts.Count("Time.Days", (int)since.TotalDays)
            : Day(moment);
    }

    /// <summary>How long until a due date.</summary>
    public string Until(DateTimeOffset moment)
    {
        double days = (moment.UtcDateTime.Date - Now.UtcDateTime.Date).TotalDays;
        return days switch
        {
            < -1 => texts["Time.OverFor", (int)-days],
            < 0 => texts["Time.OverYesterday"],
            < 1 => texts["Time.Today"],
            < 2 => texts["Time.Tomorrow"],
            _ => texts["Time.In", (int)days],
        };
    }
}
