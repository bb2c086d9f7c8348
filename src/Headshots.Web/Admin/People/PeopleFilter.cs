using Headshots.Core.People;
using Microsoft.AspNetCore.Http.Extensions;

namespace Headshots.Web.Admin.People;

/// <summary>What the list shows, as it stands in the address.</summary>
internal sealed record PeopleFilter
{
    public const int PageSize = 50;

    public string? Q { get; init; }

    public string? Department { get; init; }

    /// <summary><c>left</c>, <c>all</c>, or those who are there.</summary>
    public string? Status { get; init; }

    public PhotoStage? Stage { get; init; }

    public PersonSort Sort { get; init; }

    public bool Desc { get; init; }

    public string? Cursor { get; init; }

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || !string.IsNullOrEmpty(Department) || Stage is not null || Status is "left" or "all";

    public PersonQuery Query(bool withTotal) => new(
        string.IsNullOrWhiteSpace(Q) ? null : Q.Trim(),
        string.IsNullOrEmpty(Department) ? null : Department,
        Status switch { "left" => PersonStatus.Left, "all" => null, _ => PersonStatus.Active },
        Stage,
        Sort,
        Desc,
        Cursor,
        PageSize)
    {
        WithTotal = withTotal,
    };

    public string Address(string path = "/admin/people")
    {
        QueryBuilder query = [];
        Add("q", Q);
        Add("department", Department);
        Add("status", Status);
        Add("stage", Stage?.ToString());
        Add("sort", Sort == PersonSort.Name ? null : Sort.ToString());
        Add("desc", Desc ? "true" : null);
        Add("cursor", Cursor);
        return path + query;

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add(name, value);
            }
        }
    }

    /// <summary>Where a form of the list posts to, so that its handler knows what was shown.</summary>
    public string HandlerAddress(string handler)
    {
        string address = Address();
        return $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}handler={handler}";
    }

    /// <summary>The list sorted by a column; the other way round when it is already.</summary>
    public string SortedBy(PersonSort column) => (this with { Sort = column, Desc = Sort == column && !Desc, Cursor = null }).Address();
}
