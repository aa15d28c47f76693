using Microsoft.Net.Http.Headers;

namespace Initiatives.Api.Platform.Http;

/// <summary>Danish, unless the reader would rather have English.</summary>
internal static class Languages
{
    public static string Of(HttpRequest request)
    {
        var asked = request.Headers.AcceptLanguage;
        if (asked.Count == 0 || !StringWithQualityHeaderValue.TryParseList(asked, out var wishes)) return "da";
        foreach (var wish in wishes.OrderByDescending(w => w.Quality ?? 1))
        {
            if (wish.Value.StartsWith("da", StringComparison.OrdinalIgnoreCase)) return "da";
            if (wish.Value.StartsWith("en", StringComparison.OrdinalIgnoreCase)) return "en";
        }
        return "da";
    }
}
