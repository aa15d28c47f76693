using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Initiatives.Year.Cast;

/// <summary>
/// The API as somebody uses it for one act: with their own token, and a key for each request, so that an act that was cut off by a node's
/// death is done again from its beginning and finds done what was done.
/// </summary>
/// <param name="wrong">Where it is noted that something is not as it should be.</param>
internal sealed class Desk(HttpClient http, Town town, string act, string operatorToken, ISet<string> wrong)
{
    private int _sent;

    public Town Town => town;

    /// <summary>A token as the service would have made it, the same in every run.</summary>
    public static string TokenOf(Town town, Citizen person) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{town.Id} {person.Id}")));

    /// <summary>What somebody sees to be wrong; the same is noted once.</summary>
    public void Note(IEnumerable<string> seen) => wrong.UnionWith(seen.Select(s => $"{town.Id} {s}"));

    public Task<JsonElement> PutAsync(Citizen who, string path, object? body = null) => SendAsync(TokenOf(town, who), HttpMethod.Put, path, body);

    public Task<JsonElement> PostAsync(Citizen who, string path, object? body = null) => SendAsync(TokenOf(town, who), HttpMethod.Post, path, body);

    public Task<JsonElement> GetAsync(Citizen who, string path) => SendAsync(TokenOf(town, who), HttpMethod.Get, path, null);

    public Task<JsonElement> AsOperatorAsync(HttpMethod method, string path, object? body) => SendAsync(operatorToken, method, path, body);

    private async Task<JsonElement> SendAsync(string token, HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, path.StartsWith('/') ? path : $"/api/v1/clusters/{town.Id}/{path}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (method != HttpMethod.Get)
        {
            request.Content = new StringContent(body as string ?? JsonSerializer.Serialize(body ?? new { }, JsonSerializerOptions.Web), Encoding.UTF8, "application/json");
            request.Headers.TryAddWithoutValidation("If-Match", "*");
            request.Headers.Add("Idempotency-Key", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{town.Id}/{act}/{++_sent}")))[..32]);
        }
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode)
            throw new InvalidOperationException($"{method} {path} was answered {(int)response.StatusCode}: {text}");
        using var json = text.Length == 0 ? null : JsonDocument.Parse(text);
        return json?.RootElement.Clone() ?? default;
    }
}
