using System.Text.Json.Serialization;
using Headshots.Core.Sessions;

namespace Headshots.Web.Identity.Provider;

/// <summary>
/// Somebody whom the provider vouches for and who is not in: the pages that say why, or set up their company, know them by it. Kept in
/// a protected cookie for half an hour, for there is nowhere here where they could be kept yet.
/// </summary>
/// <param name="Id">Of this one sign-in; what is begun with it is ended with it.</param>
/// <param name="Who">Whom the provider vouches for.</param>
/// <param name="MaySetUp">Whether they may decide for their company.</param>
/// <param name="Consented">Whether their company's administrator has agreed, as Entra told this browser.</param>
internal sealed record EntryTicket(Guid Id, Arrival Who, bool MaySetUp, bool Consented = false);

[JsonSerializable(typeof(EntryTicket))]
internal sealed partial class EntryJson : JsonSerializerContext;
