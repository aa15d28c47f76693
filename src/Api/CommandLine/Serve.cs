using System.CommandLine;
using Initiatives.Api.Features.Interchange;
using Initiatives.Api.Platform;

namespace Initiatives.Api.CommandLine;

/// <summary><c>initiatives serve</c>: the service, until it is told to stop. The address is the last line it prints when it is ready.</summary>
internal static class Serve
{
    private const string DefaultAddress = "http://127.0.0.1:5080";

    public static Command Verb(string language)
    {
        var urls = new Option<string>("--urls") { Description = Texts.Urls.In(language), HelpName = DefaultAddress };
        var verb = new Command("serve", Texts.Serve.In(language)) { urls };
        verb.TreatUnmatchedTokensAsErrors = false;
        verb.SetAction(async (parsed, cancellation) =>
        {
            string[] settings = [.. parsed.UnmatchedTokens, .. parsed.GetValue(urls) is { } told ? [$"--urls={told}"] : Array.Empty<string>()];
            await RunAsync(settings, language, cancellation);
            return Words.Done;
        });
        return verb;
    }

    private static async Task RunAsync(string[] settings, string language, CancellationToken cancellation)
    {
        await using var installation = await Installation.OpenAsync(settings, LogLevel.Information, cancellation);
        await DemoAtFirstStart.RunAsync(installation.Services, cancellation);
        var app = installation.App;
        if (!SaysWhereToListen(app.Configuration))
        {
            app.Urls.Add(DefaultAddress);
        }
        app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine(Texts.Serving.In(language) + string.Join(" ", app.Urls)));
        try
        {
            await app.RunAsync(cancellation);
        }
        catch (IOException taken) when (taken.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new OperatorFault(
                "address-in-use",
                $"Et andet program svarer allerede dér ({taken.Message}). Stop det, eller vælg en anden adresse med --urls.",
                $"Another program answers there already ({taken.Message}). Stop it, or choose another address with --urls.",
                taken);
        }
    }

    /// <summary>Any of the ways in which ASP.NET Core is told its addresses.</summary>
    private static bool SaysWhereToListen(IConfiguration configuration) =>
        new[] { "urls", "http_ports", "https_ports" }.Any(key => configuration[key] is { Length: > 0 })
        || configuration.GetSection("Kestrel:Endpoints").Exists();
}
