using System.Text.Json;
using FluentValidation;
using Initiatives.Domain;

namespace Initiatives.Api.Platform.Http;

/// <summary>
/// Asks the body's own Validator before the endpoint runs: what a body must hold given what else it holds. Rules of the cluster are
/// the domain's and are asked there. Which routes have one is settled once, when they are mapped.
/// </summary>
internal static class Validation
{
    /// <summary>FluentValidation's dependency-injection package is not used: this is what it would do.</summary>
    public static void AddValidators(this IServiceCollection services)
    {
        foreach (var found in AssemblyScanner.FindValidatorsInAssembly(typeof(Validation).Assembly, includeInternalTypes: true))
            services.AddSingleton(found.InterfaceType, found.ValidatorType);
    }

    public static EndpointFilterDelegate Filter(EndpointFilterFactoryContext route, EndpointFilterDelegate next)
    {
        var parameters = route.MethodInfo.GetParameters();
        for (var i = 0; i < parameters.Length; i++)
        {
            var kind = typeof(IValidator<>).MakeGenericType(parameters[i].ParameterType);
            if (route.ApplicationServices.GetService(kind) is not IValidator validator) continue;
            var at = i;
            return invocation => AskAsync(validator, at, invocation, next);
        }
        return next;
    }

    private static async ValueTask<object?> AskAsync(IValidator validator, int at, EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var result = await validator.ValidateAsync(new ValidationContext<object>(invocation.Arguments[at]!), invocation.HttpContext.RequestAborted);
        return result.IsValid
            ? await next(invocation)
            : Problems.Result(invocation.HttpContext, StatusCodes.Status400BadRequest, [.. result.Errors.Select(Broken)]);
    }

    private static Refusal Broken(FluentValidation.Results.ValidationFailure failure) =>
        (failure.CustomState as Refusal ?? new("value-not-allowed", failure.ErrorMessage, failure.ErrorMessage)) with { Field = Path(failure.PropertyName) };

    private static string Path(string property) =>
        property.Length == 0 ? "$" : "$." + string.Join('.', property.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
