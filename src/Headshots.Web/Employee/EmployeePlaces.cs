namespace Headshots.Web.Employee;

/// <summary>Pages below a link.</summary>
internal static class EmployeePlaces
{
    public const string Photos = "photos";
    public const string OwnPhoto = "own-photo";
    public const string Status = "status";
    public const string Choose = "choose";
    public const string Withdraw = "withdraw";
    public const string Live = "live";
    public const string Code = "code";
    public const string Phone = "phone";

    public static string Address(string pathBase, string token, string place) =>
        place.Length == 0 ? $"{pathBase}/i/{token}" : $"{pathBase}/i/{token}/{place}";
}
