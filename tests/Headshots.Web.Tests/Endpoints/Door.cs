using System.Reflection;
using Headshots.Web.Identity;
using Microsoft.AspNetCore.Authorization;

namespace Headshots.Web.Tests.Endpoints;

/// <summary>Where a value is read from.</summary>
internal enum Place
{
    Query,
    Form,
    Json,
    File,
}

/// <summary>A value that an endpoint binds, by the name it has on the wire.</summary>
internal sealed record Field(string Name, Type Type, Place Place)
{
    /// <summary>The type of one value: of a list, its items'.</summary>
    public Type Single { get; } = Nullable.GetUnderlyingType(Item(Type) ?? Type) ?? Item(Type) ?? Type;

    public bool IsList => Item(Type) is not null;

    public bool IsId => Single == typeof(Guid);

    private static Type? Item(Type type) => type == typeof(string) ? null
        : type.IsArray ? type.GetElementType()
        : type.GetInterfaces().Prepend(type).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];
}

/// <summary>A method on an address: of pages, one per named handler.</summary>
internal sealed record Door(RouteEndpoint Endpoint, string Method, string? Handler, IReadOnlyList<Field> Fields, Type? Json, bool IsPage)
{
    public string Pattern { get; } = "/" + Endpoint.RoutePattern.RawText!.TrimStart('/');

    public bool Changes => Method is not "GET" and not "HEAD";

    public bool IsApi => Pattern.StartsWith("/api/", StringComparison.Ordinal);

    /// <summary>Whose right is the link itself.</summary>
    public bool IsEmployees => Endpoint.RoutePattern.GetParameter("token") is not null;

    public bool HasForm => Changes && IsPage;

    /// <summary>Ids in the address.</summary>
    public bool HasIdInPath => Endpoint.RoutePattern.Parameters.Any(p => p.ParameterPolicies.Any(c => c.Content == "guid"));

    public bool HasIdElsewhere => Fields.Any(f => f.IsId || f.Single == typeof(string)) && Fields.Any(f => f.IsId || f.Name.Contains("id", StringComparison.OrdinalIgnoreCase));

    /// <summary>The policies of ours that guard it; none for what everybody may open.</summary>
    public IReadOnlyList<RoleRequirement> Policies { get; } = Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
        ? []
        : [.. Endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).OfType<string>().Where(Headshots.Web.Identity.Policies.All.ContainsKey).Select(p => Headshots.Web.Identity.Policies.All[p])];

    public bool IsGuarded => Policies.Count > 0;

    public override string ToString() => $"{Method} {Pattern}{(Handler is null ? string.Empty : $"?handler={Handler}")}";

    /// <summary>What JSON of a type is made of, as the serializer names it.</summary>
    public static IEnumerable<PropertyInfo> PropertiesOf(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.CanWrite && p.GetIndexParameters().Length == 0 && p.Name != "EqualityContract");
}
