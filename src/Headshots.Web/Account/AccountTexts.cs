namespace Headshots.Web.Account;

/// <summary>Names the resources AccountTexts.resx (English) and AccountTexts.de.resx.</summary>
internal sealed class AccountTexts;
