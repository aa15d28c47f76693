using System.Globalization;
using System.Reflection;
using Initiatives.Domain;

namespace Initiatives.Api.Platform.Http;

/// <summary><c>?limit=</c> and <c>?cursor=</c>: a page of a list, from where the last one ended. Facts added meanwhile shift nothing.</summary>
/// <param name="After">The number the last page ended with; null for the first page.</param>
public sealed record Paging(long? After, int Limit)
{
    public const int UsualLimit = 50, HighestLimit = 200;

    public static ValueTask<Paging> BindAsync(HttpContext context, ParameterInfo _)
    {
        var (limit, cursor) = (context.Request.Query["limit"].ToString(), context.Request.Query["cursor"].ToString());
        return new(new Paging(
            cursor.Length == 0 ? null : Number(cursor) ?? throw new RequestFault(StatusCodes.Status400BadRequest, Faults.CursorMalformed),
            limit.Length == 0 ? UsualLimit : Number(limit) is >= 1 and <= HighestLimit and var wanted ? (int)wanted : throw new RequestFault(StatusCodes.Status400BadRequest, LimitMalformed)));
    }

    /// <summary>The page, and the cursor of the next; null after the last.</summary>
    /// <param name="items">The whole list in its order, numbers strictly ascending or descending.</param>
    public (IReadOnlyList<T> Page, string? Next) Of<T>(IEnumerable<T> items, Func<T, long> number, bool newestFirst)
    {
        var page = items.Where(i => After is not { } after || (newestFirst ? number(i) < after : number(i) > after)).Take(Limit + 1).ToList();
        if (page.Count <= Limit) return (page, null);
        page.RemoveAt(Limit);
        return (page, number(page[^1]).ToString(CultureInfo.InvariantCulture));
    }

    private static readonly Refusal LimitMalformed = new("limit-malformed",
        $"limit skal være et tal fra 1 til {HighestLimit}.", $"limit must be a number from 1 to {HighestLimit}.", "limit");

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
