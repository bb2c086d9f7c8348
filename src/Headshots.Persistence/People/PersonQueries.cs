using Headshots.Core.People;
using Headshots.Persistence.Shared;
using Microsoft.EntityFrameworkCore;

namespace Headshots.Persistence.People;

/// <summary>The list of people as questions to the database; each order has an index.</summary>
internal static class PersonQueries
{
    public static IQueryable<Person> Matching(IQueryable<Person> people, PersonQuery query)
    {
        if (query.Status is { } status)
        {
            people = people.Where(p => p.Status == status);
        }

        if (query.Stage is { } stage)
        {
            people = people.Where(p => p.Stage == stage);
        }

        if (query.Department is { } department)
        {
            people = people.Where(p => p.Department == department);
        }

        if (!string.IsNullOrWhiteSpace(query.Search))
        {
            string pattern = FoldedText.Containing(query.Search);
            people = people.Where(p => EF.Functions.Like(EF.Property<string>(p, FoldedText.Property), pattern, FoldedText.EscapeCharacter));
        }

        return people;
    }

    /// <summary>What follows the cursor, in order. "At least, and then either more or the same with a later tie" lets the index find the place.</summary>
    public static IQueryable<Person> Page(IQueryable<Person> people, PersonQuery query)
    {
        Cursor? after = Cursor.Read(query.Cursor, Order(query));
        return query.Sort switch
        {
            PersonSort.Email => ByEmail(people, after, query.Descending),
            PersonSort.Department => ByDepartment(people, after, query.Descending),
            PersonSort.Stage => ByStage(people, after, query.Descending),
            PersonSort.Created => ByCreation(people, after, query.Descending),
            _ => ByName(people, after, query.Descending),
        };
    }

    public static Cursor CursorAt(Person person, PersonQuery query) => query.Sort switch
    {
        PersonSort.Email => Cursor.At(Order(query), person.Email),
        PersonSort.Department => Cursor.At(Order(query), person.Department, person.SortKey),
        PersonSort.Stage => Cursor.At(Order(query), (long)person.Stage, person.SortKey),
        PersonSort.Created => Cursor.At(Order(query), person.CreatedAt, person.Id),
        _ => Cursor.At(Order(query), person.SortKey),
    };

    private static string Order(PersonQuery query) => $"{query.Sort}{(query.Descending ? "-" : string.Empty)}";

    private static IQueryable<Person> ByName(IQueryable<Person> people, Cursor? after, bool descending)
    {
        if (after is { Text: var key })
        {
            people = descending
                ? people.Where(p => string.Compare(p.SortKey, key) < 0)
                : people.Where(p => string.Compare(p.SortKey, key) > 0);
        }

        return descending ? people.OrderByDescending(p => p.SortKey) : people.OrderBy(p => p.SortKey);
    }

    private static IQueryable<Person> ByEmail(IQueryable<Person> people, Cursor? after, bool descending)
    {
        if (after is { Text: var key })
        {
            people = descending
                ? people.Where(p => string.Compare(p.Email, key) < 0)
                : people.Where(p => string.Compare(p.Email, key) > 0);
        }

        return descending ? people.OrderByDescending(p => p.Email) : people.OrderBy(p => p.Email);
    }

    private static IQueryable<Person> ByDepartment(IQueryable<Person> people, Cursor? after, bool descending)
    {
        if (after is { Text: var key, Tie: var tie })
        {
            people = descending
                ? people.Where(p => string.Compare(p.Department, key) <= 0
                    && (string.Compare(p.Department, key) < 0 || string.Compare(p.SortKey, tie) < 0))
                : people.Where(p => string.Compare(p.Department, key) >= 0
                    && (string.Compare(p.Department, key) > 0 || string.Compare(p.SortKey, tie) > 0));
        }

        return descending
            ? people.OrderByDescending(p => p.Department).ThenByDescending(p => p.SortKey)
            : people.OrderBy(p => p.Department).ThenBy(p => p.SortKey);
    }

    private static IQueryable<Person> ByStage(IQueryable<Person> people, Cursor? after, bool descending)
    {
        if (after is { Tie: var tie })
        {
            PhotoStage stage = (PhotoStage)(int)Math.Clamp(after.Number, 0, int.MaxValue);
            people = descending
                ? people.Where(p => p.Stage <= stage && (p.Stage < stage || string.Compare(p.SortKey, tie) < 0))
                : people.Where(p => p.Stage >= stage && (p.Stage > stage || string.Compare(p.SortKey, tie) > 0));
        }

        return descending
            ? people.OrderByDescending(p => p.Stage).ThenByDescending(p => p.SortKey)
            : people.OrderBy(p => p.Stage).ThenBy(p => p.SortKey);
    }

    private static IQueryable<Person> ByCreation(IQueryable<Person> people, Cursor? after, bool descending)
    {
        if (after is { Time: var time, Id: var id })
        {
            people = descending
                ? people.Where(p => p.CreatedAt <= time && (p.CreatedAt < time || p.Id < id))
                : people.Where(p => p.CreatedAt >= time && (p.CreatedAt > time || p.Id > id));
        }

        return descending
            ? people.OrderByDescending(p => p.CreatedAt).ThenByDescending(p => p.Id)
            : people.OrderBy(p => p.CreatedAt).ThenBy(p => p.Id);
    }
}
