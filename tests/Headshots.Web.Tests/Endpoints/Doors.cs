using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace Headshots.Web.Tests.Endpoints;

/// <summary>Every door there is, from the route table and from what each endpoint says that it binds. Nothing here names an address.</summary>
internal static class Doors
{
    public static async Task<IReadOnlyList<Door>> OfAsync(IServiceProvider services)
    {
        PageLoader loader = services.GetRequiredService<PageLoader>();
        List<Door> doors = [];
        foreach (RouteEndpoint endpoint in services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                doors.AddRange(OfPage(endpoint, await loader.LoadAsync(page, endpoint.Metadata)));
            }
            else if (!endpoint.Metadata.Any(m => m.GetType().Name.Contains("StaticAsset", StringComparison.Ordinal)))
            {
                doors.AddRange(OfHandler(endpoint));
            }
        }

        return doors;
    }

    private static IEnumerable<Door> OfPage(RouteEndpoint endpoint, CompiledPageActionDescriptor page)
    {
        IReadOnlyList<HandlerMethodDescriptor> handlers = [.. page.HandlerMethods];
        if (!handlers.Any(h => IsGet(h.HttpMethod)))
        {
            // A page without a handler of its own for it is shown all the same.
            yield return new Door(endpoint, "GET", null, [], null, IsPage: true);
        }

        foreach (HandlerMethodDescriptor handler in handlers)
        {
            bool get = IsGet(handler.HttpMethod);
            IEnumerable<Field> parameters = handler.Parameters.SelectMany(p => Of(p.BindingInfo?.BinderModelName ?? p.Name, p.ParameterType, PlaceOf(p.BindingInfo, get), top: p.BindingInfo?.BindingSource == BindingSource.Query));
            IEnumerable<Field> properties = page.BoundProperties.OfType<PageBoundPropertyDescriptor>()
                .Where(p => !get || p.Property.GetCustomAttribute<BindPropertyAttribute>()?.SupportsGet == true)
                .SelectMany(p => Of(p.BindingInfo?.BinderModelName ?? p.Name, p.ParameterType, PlaceOf(p.BindingInfo, get), top: false));
            yield return new Door(endpoint, handler.HttpMethod.ToUpperInvariant(), handler.Name, Outside(endpoint, parameters.Concat(properties)), null, IsPage: true);
        }
    }

    private static IEnumerable<Door> OfHandler(RouteEndpoint endpoint)
    {
        Type? json = endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType;
        IEnumerable<Field> query = endpoint.Metadata.GetOrderedMetadata<IParameterBindingMetadata>()
            .Where(p => p.HasTryParse || p.ParameterInfo.ParameterType == typeof(string)).Select(p => new Field(p.Name, p.ParameterInfo.ParameterType, Place.Query));
        IEnumerable<Field> body = json is null ? [] : Door.PropertiesOf(json).Select(p => new Field(char.ToLowerInvariant(p.Name[0]) + p.Name[1..], p.PropertyType, Place.Json));
        IReadOnlyList<Field> fields = Outside(endpoint, query.Concat(body));
        return (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => new Door(endpoint, method, null, fields, json, IsPage: false));
    }

    /// <summary>What the address holds already is no field.</summary>
    private static Field[] Outside(RouteEndpoint endpoint, IEnumerable<Field> fields) =>
        [.. fields.Where(f => endpoint.RoutePattern.GetParameter(f.Name) is null).DistinctBy(f => (f.Name, f.Place))];

    private static IEnumerable<Field> Of(string name, Type type, Place place, bool top)
    {
        Type bare = Nullable.GetUnderlyingType(type) ?? type;
        Field field = new(name, type, place);
        if (bare == typeof(CancellationToken))
        {
            return [];
        }

        if (bare.IsAssignableTo(typeof(IFormFile)) || field.Single.IsAssignableTo(typeof(IFormFile)))
        {
            return [field with { Place = Place.File }];
        }

        return field.IsList || IsSimple(bare) ? [field] : Door.PropertiesOf(bare).SelectMany(p => Of(top ? p.Name : $"{name}.{p.Name}", p.PropertyType, place, top: false));
    }

    private static Place PlaceOf(BindingInfo? binding, bool get) => get || binding?.BindingSource == BindingSource.Query ? Place.Query : Place.Form;

    private static bool IsSimple(Type type) => type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(Guid) || type == typeof(decimal)
        || type == typeof(DateOnly) || type == typeof(TimeOnly) || type == typeof(DateTime) || type == typeof(DateTimeOffset) || type == typeof(TimeSpan) || type == typeof(Uri);

    private static bool IsGet(string method) => string.Equals(method, "GET", StringComparison.OrdinalIgnoreCase);
}
