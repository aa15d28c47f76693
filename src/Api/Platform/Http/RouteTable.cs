namespace Initiatives.Api.Platform.Http;

/// <summary>How a route table says what a route does: its summary, what it answers, and every error it can answer with.</summary>
internal static class RouteTable
{
    /// <summary>Any route that reads.</summary>
    private static readonly int[] ReadErrors = [400, 401, 403, 404, 500, 503];

    /// <summary>Any route that writes: besides, refused, key used for another request, body too large or not JSON.</summary>
    private static readonly int[] WriteErrors = [.. ReadErrors, 409, 413, 415, 422];

    /// <summary>Changes what exists: the caller says on which version.</summary>
    public static RouteHandlerBuilder Changes(this RouteHandlerBuilder route, string summary) =>
        route.WithSummary(summary).WithMetadata(NeedsIfMatch.Always).Produces<Receipt>().WithErrors([.. WriteErrors, 412, 428]);

    /// <summary>Adds to what exists something with an address of its own.</summary>
    public static RouteHandlerBuilder Adds(this RouteHandlerBuilder route, string summary) =>
        route.Changes(summary).Produces<Receipt>(StatusCodes.Status201Created);

    /// <summary>Makes something new.</summary>
    public static RouteHandlerBuilder Creates(this RouteHandlerBuilder route, string summary) =>
        route.WithSummary(summary).Produces<Receipt>().Produces<Receipt>(StatusCodes.Status201Created).WithErrors(WriteErrors);

    /// <summary>Makes it, or changes it when it is there; who has seen a version may name it.</summary>
    public static RouteHandlerBuilder Puts(this RouteHandlerBuilder route, string summary) =>
        route.WithSummary(summary).WithMetadata(NeedsIfMatch.IfSeen).Produces<Receipt>().WithErrors([.. WriteErrors, 412]);

    /// <summary>Takes in a whole document; sent again it changes nothing, so no version and no key is asked for.</summary>
    public static RouteHandlerBuilder TakesIn<T>(this RouteHandlerBuilder route, string summary) =>
        route.WithSummary(summary).Produces<T>().WithErrors(WriteErrors);

    /// <summary>Reads, as of now or <c>?asOf=</c>.</summary>
    public static RouteHandlerBuilder Reads<T>(this RouteHandlerBuilder route, string summary) =>
        route.WithSummary(summary).WithMetadata(TakesAsOf.Yes).Produces<T>().Produces(StatusCodes.Status304NotModified).WithErrors(ReadErrors);

    /// <summary>Reads what is as it is, whenever it is asked for: what was frozen, and what the machine is doing.</summary>
    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder route, string summary, string contentType = "application/json") =>
        route.WithSummary(summary).Produces<T>(StatusCodes.Status200OK, contentType).Produces(StatusCodes.Status304NotModified).WithErrors(ReadErrors);

    /// <summary>Makes something that is no fact of the domain's: an edition's pages.</summary>
    public static RouteHandlerBuilder Creates<T>(this RouteHandlerBuilder route, string summary) =>
        route.WithSummary(summary).WithMetadata(TakesKey.Yes).Produces<T>().Produces<T>(StatusCodes.Status201Created).WithErrors(WriteErrors);

    /// <summary>Makes an entry outside the log, or changes it when it is there.</summary>
    public static RouteHandlerBuilder Puts<T>(this RouteHandlerBuilder route, string summary) =>
        route.Removes<T>(summary).Produces<T>(StatusCodes.Status201Created);

    /// <summary>Takes out of an entry outside the log what may be taken, and tells what is left.</summary>
    public static RouteHandlerBuilder Removes<T>(this RouteHandlerBuilder route, string summary) =>
        route.WithSummary(summary).WithMetadata(NeedsIfMatch.IfSeen, TakesKey.Yes).Produces<T>().WithErrors([.. WriteErrors, 412]);

    /// <summary>Sets something going that is done after the answer. Takes no body.</summary>
    public static RouteHandlerBuilder Starts<T>(this RouteHandlerBuilder route, string summary) =>
        route.WithSummary(summary).WithMetadata(TakesKey.Yes).Produces<T>(StatusCodes.Status202Accepted).WithErrors([.. ReadErrors, 413, 422]);

    /// <summary>Asks a question that needs a body; records nothing.</summary>
    public static RouteHandlerBuilder Previews<T>(this RouteHandlerBuilder route, string summary) =>
        route.WithSummary(summary).Produces<T>().WithErrors([.. ReadErrors, 413, 415]);

    private static RouteHandlerBuilder WithErrors(this RouteHandlerBuilder route, int[] statuses)
    {
        foreach (var status in statuses) route.Produces<Problem>(status, Problems.ContentType);
        return route;
    }
}

/// <summary>For the OpenAPI document: whether If-Match goes with the request.</summary>
internal sealed record NeedsIfMatch(bool Required)
{
    public static readonly NeedsIfMatch Always = new(true);
    public static readonly NeedsIfMatch IfSeen = new(false);
}

/// <summary>For the OpenAPI document: an Idempotency-Key goes with it, though its answer is no receipt.</summary>
internal sealed record TakesKey
{
    public static readonly TakesKey Yes = new();
}

/// <summary>For the OpenAPI document: the read may be of another time.</summary>
internal sealed record TakesAsOf
{
    public static readonly TakesAsOf Yes = new();
}
