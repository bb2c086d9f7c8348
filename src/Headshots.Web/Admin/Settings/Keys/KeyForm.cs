using System.Globalization;
using Headshots.Core.ApiKeys;

namespace Headshots.Web.Admin.Settings.Keys;

/// <summary>The form as it is typed; the use case says what is wrong with it.</summary>
internal sealed class KeyForm
{
    public string? Name { get; set; }

    public string[] Scopes { get; set; } = [];

    public string? Days { get; set; } = MakeApiKeyRequest.UsualDays.ToString(CultureInfo.InvariantCulture);

    internal bool Has(ApiScopes scope) => Scopes.Contains(scope.ToString(), StringComparer.Ordinal);

    /// <summary>What is no number becomes one that no rule allows, so that the field is marked.</summary>
    internal MakeApiKeyRequest Request() => new(
        Name ?? string.Empty,
        ApiKeyScopes.All.Where(Has).Aggregate(ApiScopes.None, (all, one) => all | one),
        int.TryParse(Days, NumberStyles.None, CultureInfo.InvariantCulture, out int days) ? days : 0);

    internal static string FieldOf(string property) => "Form." + property;
}

/// <summary>In the order of the form: reading first.</summary>
internal static class ApiKeyScopes
{
    public static IReadOnlyList<ApiScopes> All { get; } = [.. Enum.GetValues<ApiScopes>().Where(s => s != ApiScopes.None)];
}
