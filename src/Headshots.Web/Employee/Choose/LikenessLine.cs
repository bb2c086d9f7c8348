namespace Headshots.Web.Employee.Choose;

/// <summary>One sentence, and whether it says that something stayed as it was.</summary>
internal sealed record LikenessLine(string Text, bool Same);
