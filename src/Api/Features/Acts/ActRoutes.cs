using System.Globalization;
using Initiatives.Api.Features.Initiatives;
using Initiatives.Api.Rights;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Acts;

/// <summary>The two routes of an act: its form, and what the form sends.</summary>
internal static class ActRoutes
{
    public static void AddActs(this IServiceCollection services)
    {
        services.AddScoped<InitiativesInHand>();
        services.AddScoped<ActDesk>();
    }

    /// <param name="pattern">Names the initiative as <c>number</c>; other numbers in it are given to <paramref name="find"/> by name.</param>
    public static void MapAct<TCommand>(this IEndpointRouteBuilder pages, string pattern, Func<InitiativeInHand, Func<string, int>, Act?> find)
        where TCommand : InitiativeCommand
    {
        pages.MapGet(pattern, (int number, HttpContext http, ActDesk desk) => desk.ShowAsync(number, about => find(about, Numbers(http)))).Needs<TCommand>();
        pages.MapPost(pattern, (int number, HttpContext http, ActDesk desk) => desk.PostAsync(number, about => find(about, Numbers(http)))).Needs<TCommand>();
    }

    // The route's own constraint has seen to it that they are numbers.
    private static Func<string, int> Numbers(HttpContext http) => name => int.Parse((string)http.Request.RouteValues[name]!, CultureInfo.InvariantCulture);
}
