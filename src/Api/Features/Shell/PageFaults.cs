using Initiatives.EventStore;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Npgsql;

namespace Initiatives.Api.Features.Shell;

/// <summary>What a person sees when a page fails: that nothing was lost, what to do, and the number that finds it in the log; no inner text.</summary>
internal static partial class PageFaults
{
    public static void UsePageFaults(this IApplicationBuilder app) => app.UseWhen(
        http => !http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal),
        static pages => pages.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = AnswerAsync }));

    private static async Task AnswerAsync(HttpContext http)
    {
        var fault = http.Features.GetRequiredFeature<IExceptionHandlerFeature>().Error;
        var trace = Platform.Http.Problems.Trace(http);
        var (title, means, status) = fault switch
        {
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => ("TooLarge.Title", "TooLarge.Means", StatusCodes.Status413PayloadTooLarge),
            // The framework's own reader of forms stops at a zero character.
            InvalidDataException { InnerException: InvalidOperationException } => ("Unreadable.Title", "Unreadable.Means", StatusCodes.Status400BadRequest),
            BadHttpRequestException or InvalidDataException => ("FormExpired.Title", "FormExpired.Means", StatusCodes.Status400BadRequest),
            NpgsqlException { IsTransient: true } or ConcurrencyConflict => ("Away.Title", "Away.Means", StatusCodes.Status503ServiceUnavailable),
            _ => ("Bug.Title", "Bug.Means", StatusCodes.Status500InternalServerError),
        };
        if (status >= 500) LogFault(http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(PageFaults)), fault, status, trace);
        PageHeaders.Add(http.Response.Headers);
        await http.RequestServices.GetRequiredService<PageDesk>().Tell(title, means, status, trace).ExecuteAsync(http);
    }

    [LoggerMessage(LogLevel.Error, "Answered a page with {Status} in trace {Trace}.")]
    private static partial void LogFault(ILogger logger, Exception exception, int status, string trace);
}
