using Initiatives.EventStore;
using MediatR;

namespace Initiatives.Api.Platform.Commands;

/// <summary>The command path and its parts. MediatR's registration is a package of its own; these lines are all of it that one handler needs.</summary>
internal static class CommandSetup
{
    public static void AddCommands(this IServiceCollection services)
    {
        services.AddSingleton<SettingCache>();
        services.AddSingleton<KnownStreams>();
        services.AddSingleton<Loading>();
        services.AddSingleton<Rehearsal>();
        services.AddSingleton<Writing>();
        services.AddSingleton<IRequestHandler<Change, Outcome>, ChangeHandler>();
        services.AddSingleton<IPipelineBehavior<Change, Outcome>, LogChange>();
        services.AddHostedService<ReplySweeper>();
        services.AddSingleton<ServiceFactory>(provider => provider.GetService!);
        services.AddSingleton<IMediator, Mediator>();
    }
}

/// <summary>Logs which commands were sent for which streams and what became of them, never what they hold.</summary>
internal sealed partial class LogChange(ILogger<LogChange> logger) : IPipelineBehavior<Change, Outcome>
{
    public async Task<Outcome> Handle(Change request, CancellationToken cancellationToken, RequestHandlerDelegate<Outcome> next)
    {
        var outcome = await next();
        if (logger.IsEnabled(LogLevel.Information))
        {
            Log(
                Each(request.Wishes, static w => w.Name),
                request.Context.Tenant,
                Each(request.Wishes, static w => w.Stream ?? $"initiative {(w as InitiativeWish)?.Number}"),
                request.Context.Actor,
                Words(outcome));
        }
        return outcome;
    }

    private static string Each(IReadOnlyList<Wish> wishes, Func<Wish, string> name) =>
        wishes.Count == 1 ? name(wishes[0]) : string.Join('+', wishes.Select(name));

    private static string Words(Outcome outcome) => outcome switch
    {
        Outcome.Accepted e => $"{e.Events.Count} facts, version {e.Version}",
        Outcome.Refused e => "refused: " + string.Join(' ', e.Refusals.Select(r => r.Code)),
        _ => outcome.GetType().Name,
    };

    [LoggerMessage(LogLevel.Information, "{Command} for {Tenant} {Stream} by {Actor}: {Outcome}.")]
    private partial void Log(string command, string tenant, string stream, string actor, string outcome);
}
