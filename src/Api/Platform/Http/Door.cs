using System.Security.Cryptography;
using System.Text;

namespace Initiatives.Api.Platform.Http;

/// <summary>Who is at the door.</summary>
/// <param name="Id">Person, integration or installation id: the actor of what follows.</param>
public sealed record Caller(string Id)
{
    /// <summary>Whoever holds the installation's own token.</summary>
    public static readonly Caller Operator = new("operator");
}

/// <summary>
/// The one place that says who comes in and what they may do. Until people sign in there is one token, and its holder may do
/// everything; people, roles and a table of route by role take the place of <see cref="MayPass"/>, and nothing else moves.
/// </summary>
internal sealed class Door(OperatorToken token)
{
    private const string Scheme = "Bearer ";

    /// <summary>Guards every route of a group.</summary>
    public static async ValueTask<object?> GuardAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var door = http.RequestServices.GetRequiredService<Door>();
        var header = http.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return Problems.Result(http, StatusCodes.Status401Unauthorized, Faults.TokenMissing);
        if (door.Recognise(header.AsSpan(Scheme.Length).Trim()) is not { } caller) return Problems.Result(http, StatusCodes.Status401Unauthorized, Faults.TokenWrong);
        if (!MayPass(caller, http)) return Problems.Result(http, StatusCodes.Status403Forbidden, Faults.Forbidden);
        http.Features.Set(caller);
        return await next(context);
    }

    private Caller? Recognise(ReadOnlySpan<char> presented)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(presented.ToString()), hash);
        return token.Hash is { } known && CryptographicOperations.FixedTimeEquals(hash, known) ? Caller.Operator : null;
    }

    private static bool MayPass(Caller caller, HttpContext _) => caller == Caller.Operator;
}
