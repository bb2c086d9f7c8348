using Headshots.Core.Shared;

namespace Headshots.Web.Employee;

/// <summary>Why a link leads nowhere, and where one can still have everything deleted, if there is anything.</summary>
internal sealed record ClosedLink(Problem Problem, string? WithdrawAddress);
