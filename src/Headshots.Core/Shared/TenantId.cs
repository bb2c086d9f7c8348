namespace Headshots.Core.Shared;

/// <summary>Whose data it is. Every store asks for it first.</summary>
public readonly record struct TenantId(Guid Value)
{
    public override string ToString() => Value.ToString("N");
}
