using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace TwinHub.Web.Calls;

/// <summary>An answer that people know by a code.</summary>
internal interface ICoded
{
    string Code { get; }
}

/// <summary>Reads one page by the key of the row before it: what is added or gone meanwhile moves no other row.</summary>
internal static class PagedRows
{
    /// <param name="call">Its limit and cursor.</param>
    /// <param name="rows">Unordered.</param>
    /// <param name="key">The code of the row.</param>
    /// <param name="of">The row as it is answered.</param>
    public static async Task<IResult> PageAsync<T, TJson>(this Call call, IQueryable<T> rows, Expression<Func<T, string>> key, Func<T, TJson> of, CancellationToken cancel)
        where T : class
        where TJson : ICoded
    {
        var page = (await call.RowsAsync(rows, key, cancel)).ConvertAll(row => of(row));
        return call.Page(page, page.ElementAtOrDefault(call.Limit - 1)?.Code);
    }

    /// <summary>The rows of the page, and one more where there are more.</summary>
    public static Task<List<T>> RowsAsync<T>(this Call call, IQueryable<T> rows, Expression<Func<T, string>> key, CancellationToken cancel) where T : class
    {
        var from = call.After is { } after ? rows.Where(IsAfter(key, after)) : rows;
        return from.AsNoTracking().OrderBy(key).Take(call.Limit + 1).ToListAsync(cancel);
    }

    private static Expression<Func<T, bool>> IsAfter<T>(Expression<Func<T, string>> key, string after)
    {
        Expression<Func<string>> value = () => after; // a parameter of the query, not a part of its text
        var compared = Expression.Call(typeof(string), nameof(string.Compare), null, key.Body, value.Body);
        return Expression.Lambda<Func<T, bool>>(Expression.GreaterThan(compared, Expression.Constant(0)), key.Parameters);
    }
}
