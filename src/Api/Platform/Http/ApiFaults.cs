using System.Text.Json;
using Initiatives.Domain;
using Initiatives.EventStore;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Metadata;
using Npgsql;

namespace Initiatives.Api.Platform.Http;

/// <summary>Exceptions under /api as problem details: what the caller did, what the database did, and bugs without their inner text.</summary>
internal sealed partial class ApiFaults(ILogger<ApiFaults> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // Handlers are the whole host's; this one speaks for the API alone.
        if (!httpContext.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)) return false;
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested) return true;

        var (status, broken) = Map(exception, httpContext);
        if (status >= 500) LogFault(exception, status, Problems.Trace(httpContext));
        await ReplyResult.WriteAsync(httpContext.Response, Problems.Reply(httpContext, status, broken), cancellationToken);
        return true;
    }

    private static (int Status, IReadOnlyList<Refusal> Broken) Map(Exception exception, HttpContext http) => exception switch
    {
        RequestFault e => (e.Status, [e.Broken]),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => (413, [Faults.BodyTooLarge(BodyLimit.Of(http))]),
        BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } => (415, [Faults.JsonExpected]),
        BadHttpRequestException { InnerException: JsonException e } => (400, JsonFaults.Explain(e, BodyType(http))),
        BadHttpRequestException e when IsEmptyBody(e) => (400, [new("json-broken", "Indholdet mangler.", "The body is missing.", "$")]),
        BadHttpRequestException => (400, [Faults.QueryMalformed]),
        PostgresException { SqlState: PostgresErrorCodes.UntranslatableCharacter or PostgresErrorCodes.CharacterNotInRepertoire } => (400, [Faults.NoText]),
        ConcurrencyConflict => (StatusCodes.Status503ServiceUnavailable, [Faults.Busy]),
        NpgsqlException { IsTransient: true } => (StatusCodes.Status503ServiceUnavailable, [Faults.DatabaseAway]),
        _ => (500, [Faults.Bug]),
    };

    // The framework has no type of its own for a body of null or of no bytes.
    private static bool IsEmptyBody(BadHttpRequestException e) => e.Message.Contains("body", StringComparison.OrdinalIgnoreCase);

    private static Type? BodyType(HttpContext http) => http.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType;

    [LoggerMessage(LogLevel.Error, "Answered {Status} in trace {Trace}.")]
    private partial void LogFault(Exception exception, int status, string trace);
}

/// <summary>Something about the request that ends it on the spot, thrown where a value is bound.</summary>
internal sealed class RequestFault(int status, Refusal broken) : Exception(broken.Code)
{
    public int Status { get; } = status;

    public Refusal Broken { get; } = broken;
}
