using System.Text;

namespace Headshots.Web.Admin.People.Import;

/// <summary>What HR systems and spreadsheets call the columns, English and German, without spaces, signs and umlauts; the surest first.</summary>
internal static class ColumnNames
{
    public static IReadOnlyList<string> Name { get; } =
        ["fullname", "displayname", "name", "employeename", "employee", "person", "vollername", "anzeigename", "mitarbeitername", "mitarbeiter", "mitarbeiterin", "vorundnachname", "vornamenachname"];

    public static IReadOnlyList<string> FirstName { get; } = ["firstname", "givenname", "forename", "preferredname", "vorname", "rufname"];

    public static IReadOnlyList<string> LastName { get; } = ["lastname", "surname", "familyname", "nachname", "familienname", "zuname"];

    public static IReadOnlyList<string> Email { get; } =
    [
        "email", "emailaddress", "mail", "mailaddress", "workemail", "businessemail", "companyemail", "primaryemail", "userprincipalname", "upn",
        "emailadresse", "mailadresse", "geschaeftlicheemail", "emailgeschaeftlich", "dienstlicheemail", "emaildienstlich",
    ];

    public static IReadOnlyList<string> Department { get; } =
        ["department", "dept", "team", "division", "unit", "orgunit", "group", "costcenter", "abteilung", "bereich", "organisationseinheit", "gruppe", "kostenstelle"];

    public static IReadOnlyList<string> ExternalId { get; } =
    [
        "employeeid", "employeenumber", "employeeno", "personnelnumber", "staffid", "staffnumber", "workerid", "externalid", "personalnummer", "personalnr",
        "mitarbeiternummer", "mitarbeiternr", "mitarbeiterid", "persnr", "id", "number", "nummer",
    ];

    public static string Plain(string heading)
    {
        StringBuilder plain = new(heading.Length);
        foreach (char c in heading.ToLowerInvariant())
        {
            _ = c switch
            {
                'ä' => plain.Append("ae"),
                'ö' => plain.Append("oe"),
                'ü' => plain.Append("ue"),
                'ß' => plain.Append("ss"),
                _ when char.IsLetterOrDigit(c) => plain.Append(c),
                _ => plain,
            };
        }

        return plain.ToString();
    }
}
