using System.Security.Claims;
using Headshots.Core.People;
using Headshots.Core.Privacy;
using Headshots.Core.Shared;
using Headshots.Web.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Headshots.Web.Api.People;

internal static class PeopleEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        RouteGroupBuilder people = api.MapGroup("/people").RequireAuthorization(Policies.People).WithTags("People");
        people.MapGet("/", ListAsync).WithSummary("People, by name.").Produces<ApiPage<ApiPerson>>().ProducesProblem(StatusCodes.Status400BadRequest);
        people.MapGet("/{id:guid}", GetAsync).WithSummary("One person.").Produces<ApiPerson>().ProducesProblem(StatusCodes.Status404NotFound);
        people.MapPost("/", CreateAsync).WithSummary("Adds a person.").Produces<ApiPerson>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
        people.MapPut("/{id:guid}", UpdateAsync).WithSummary("Changes a person.").Produces<ApiPerson>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        people.MapDelete("/{id:guid}", EraseAsync).WithSummary("Deletes a person with every photo and headshot.").Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ListAsync(
        ClaimsPrincipal user, IPersonStore people, CancellationToken cancellation, string? search = null, string? department = null, PhotoStage? stage = null, PersonStatus? status = null, string? cursor = null, int size = Pages.Usual)
    {
        if (!Pages.IsSize(size))
        {
            return Answers.Of(ApiProblems.Size(Pages.Most));
        }

        Slice<Person> found = await people.ListAsync(
            MemberClaims.Caller(user).Tenant, new PersonQuery(search, department, status, stage, Cursor: cursor, Size: size), cancellation);
        return Results.Ok(ApiPage<ApiPerson>.Of(found, ApiPerson.Of));
    }

    private static async Task<IResult> GetAsync(ClaimsPrincipal user, Guid id, IPersonStore people, CancellationToken cancellation) =>
        await people.FindAsync(MemberClaims.Caller(user).Tenant, id, cancellation) is { } person ? Results.Ok(ApiPerson.Of(person)) : Answers.Of(SharedProblems.NotFound);

    private static Task<IResult> CreateAsync(ClaimsPrincipal user, ApiPersonInput input, SavePerson save, IPersonStore people, CancellationToken cancellation) =>
        SaveAsync(user, null, input, save, people, cancellation);

    private static Task<IResult> UpdateAsync(ClaimsPrincipal user, Guid id, ApiPersonInput input, SavePerson save, IPersonStore people, CancellationToken cancellation) =>
        SaveAsync(user, id, input, save, people, cancellation);

    private static async Task<IResult> EraseAsync(ClaimsPrincipal user, Guid id, ErasePerson erase, CancellationToken cancellation) =>
        Answers.Ok(await erase.HandleAsync(MemberClaims.Caller(user), id, forget: true, cancellation), _ => Results.NoContent());

    private static async Task<IResult> SaveAsync(ClaimsPrincipal user, Guid? id, ApiPersonInput input, SavePerson save, IPersonStore people, CancellationToken cancellation)
    {
        Caller caller = MemberClaims.Caller(user);
        Result<Guid> saved = await save.HandleAsync(caller, new SavePersonRequest(id, input.Details, input.Version), cancellation);
        if (!saved.Ok)
        {
            return Answers.Of(saved.Problem);
        }

        ApiPerson? person = await people.FindAsync(caller.Tenant, saved.Value, cancellation) is { } found ? ApiPerson.Of(found) : null;
        return id is null ? Results.Created($"/api/v1/people/{saved.Value}", person) : Results.Ok(person);
    }
}
