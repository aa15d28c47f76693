using System.Net;
using System.Text.RegularExpressions;

namespace Initiatives.Api.Tests.SignIn;

/// <summary>A browser without a screen: keeps cookies, and follows nothing unless told to.</summary>
internal sealed partial class Visitor(Uri home) : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private HttpClient? _http;

    private HttpClient Http => _http ??= new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = _cookies }) { BaseAddress = home };

    /// <summary>Of the cookies that the service would be sent at its front page.</summary>
    public string? Cookie(string name, string path = "/") => _cookies.GetCookies(new Uri(home, path))[name]?.Value;

    /// <summary>Puts a cookie in by hand, as a thief or a test does.</summary>
    public void Keep(string name, string value, string path = "/") => _cookies.Add(new Cookie(name, value, path, home.Host));

    public Task<Seen> GetAsync(string address) => SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(home, address)));

    /// <summary>Sends a form of ours with the key that the page at <paramref name="from"/> carries.</summary>
    public async Task<Seen> PostAsync(string address, string from, params (string Name, string Value)[] fields)
    {
        var key = Key().Match((await GetAsync(from)).Text).Groups[1].Value;
        return await PostRawAsync(address, [("key", key), .. fields]);
    }

    public Task<Seen> PostRawAsync(string address, params (string Name, string Value)[] fields) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(home, address)) { Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))) });

    /// <summary>Begins at our sign-in, logs in at the provider and says yes there; stops before it comes back to us.</summary>
    /// <returns>The address that the provider sends the browser back to.</returns>
    public async Task<Uri> ProveAsync(string path, string login)
    {
        var seen = await GetAsync(path);
        while (seen.Location is { } next && next.Authority != home.Authority || seen.Status == 200)
        {
            if (seen.Location is { } onwards)
            {
                seen = await GetAsync(onwards.AbsoluteUri);
                continue;
            }
            var form = Form().Match(seen.Text).Groups[1].Value;
            seen = seen.Text.Contains("name=\"login\"", StringComparison.Ordinal)
                ? await PostRawAsync(new Uri(seen.Address, form).AbsoluteUri, ("prompt", "login"), ("login", login), ("password", "any"))
                : await PostRawAsync(new Uri(seen.Address, form).AbsoluteUri, ("prompt", "consent"));
        }
        return seen.Location ?? throw new InvalidOperationException($"{seen.Status} at {seen.Address}: {seen.Text}");
    }

    public void Dispose() => _http?.Dispose();

    private async Task<Seen> SendAsync(HttpRequestMessage request)
    {
        using var response = await Http.SendAsync(request);
        var location = response.Headers.Location is { } told ? new Uri(request.RequestUri!, told) : null;
        return new((int)response.StatusCode, request.RequestUri!, location, await response.Content.ReadAsStringAsync(), response.Headers.TryGetValues("Refresh", out var refresh) ? refresh.Single() : null);
    }

    [GeneratedRegex("name=\"key\" value=\"([^\"]+)\"")]
    private static partial Regex Key();

    [GeneratedRegex("<form [^>]*action=\"([^\"]+)\"")]
    private static partial Regex Form();
}

/// <param name="Location">Where it sends the browser, made absolute; null when nowhere.</param>
/// <param name="Refresh">Where it sends the browser a moment later.</param>
internal sealed record Seen(int Status, Uri Address, Uri? Location, string Text, string? Refresh);
