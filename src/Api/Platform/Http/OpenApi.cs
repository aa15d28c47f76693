using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Initiatives.Api.Platform.Http;

/// <summary>
/// <c>/openapi/v1.json</c>, written from the routes themselves: what the route tables say, the headers every change takes, the
/// example beside each body, and every error with its problem. A test holds that no route is without them.
/// </summary>
internal static class OpenApi
{
    private const string Bearer = "bearer";

    public static void AddOpenApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        // Use cases call their bodies Body and their answers View: the use case tells them apart.
        options.CreateSchemaReferenceId = type =>
            OpenApiOptions.CreateDefaultSchemaReferenceId(type) is null || Nullable.GetUnderlyingType(type.Type) is not null ? null : NameOf(type.Type);
        options.ShouldInclude = route => route.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer(Describe);
        options.AddOperationTransformer(Describe);
    });

    public static void MapOpenApiDocument(this WebApplication app) => app.MapOpenApi("/openapi/{documentName}.json");

    private static string NameOf(Type type)
    {
        var name = type.IsGenericType ? type.Name[..type.Name.IndexOf('`')] + string.Concat(type.GetGenericArguments().Select(NameOf)) : type.Name;
        return type.DeclaringType is { } useCase ? useCase.Name + name : name;
    }

    private static Task Describe(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info = new()
        {
            Title = "Initiatives",
            Version = "v1",
            Description = "The action plans of health clusters: order, confirmation, approval, status and deviations. "
                + "Every change answers with the facts it came to; refusals carry a stable code and say what to do, in Danish or English (Accept-Language).",
        };
        document.Servers = [new() { Url = "/" }];
        document.Components ??= new();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "A token: a person's own (made on /min-side or by POST /api/v1/tokens; their rights in one cluster), an integration's (made by the cluster's secretariat; reader or "
                + "secretariat there), or the installation's operator token, made at its first start. Tokens are shown once, last a year at most, and one made for reading changes nothing.",
        };
        document.Security = [new() { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];
        return Task.CompletedTask;
    }

    private static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var handler = metadata.OfType<MethodInfo>().First();
        operation.OperationId = handler.DeclaringType!.Name + handler.Name["Handle".Length..];

        var isChange = metadata.OfType<IProducesResponseTypeMetadata>().Any(r => r.Type == typeof(Receipt));
        if (isChange || metadata.OfType<TakesKey>().Any())
            Header(operation, "Idempotency-Key", false, "Honoured for 24 hours, also for refusals: a repeat gets the first answer and adds nothing.", "5f1c2d9e-status-10");
        if (isChange)
            Header(operation, "On-Behalf-Of", false, "Id of the forum or person this is recorded for, when not the caller's own.", "chefforum");
        if (metadata.OfType<NeedsIfMatch>().FirstOrDefault() is { } ifMatch)
            Header(operation, "If-Match", ifMatch.Required, "The ETag it was last read with.", "\"12\"");
        Header(operation, "Accept-Language", false, "da (the default) or en: the language of problems.", "da");
        if (metadata.OfType<TakesAsOf>().Any())
            Query(operation, "asOf", "How it stood at the end of a day, or at an instant.", "2023-08-30");
        if (handler.GetParameters().Any(p => p.ParameterType == typeof(Paging)))
        {
            Query(operation, "cursor", "next of the page before.", null);
            Query(operation, "limit", $"At most this many, 1 to {Paging.HighestLimit}; {Paging.UsualLimit} unless told.", null);
        }
        if (metadata.OfType<IAcceptsMetadata>().FirstOrDefault()?.RequestType is { } body && operation.RequestBody?.Content?.Values.FirstOrDefault() is { } content)
            content.Example = ExampleOf(body);
        Answers(operation);
        return Task.CompletedTask;
    }

    /// <summary>The use case's own example of its body.</summary>
    internal static JsonNode? ExampleOf(Type body) =>
        body.DeclaringType?.GetField("Example", BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)?.GetValue(null) is { } example
            ? JsonSerializer.SerializeToNode(example, body, WithoutNulls)
            : null;

    private static readonly JsonSerializerOptions WithoutNulls = new(ApiJson.Options) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    private static void Answers(OpenApiOperation operation)
    {
        foreach (var (status, answer) in operation.Responses ?? [])
        {
            if (status is "200" or "201" or "304" or "412" && answer is OpenApiResponse given)
            {
                given.Headers ??= new Dictionary<string, IOpenApiHeader>();
                given.Headers["ETag"] = new OpenApiHeader { Description = "The version; the next If-Match or If-None-Match.", Schema = Text() };
            }
            if (answer.Content?.TryGetValue(Problems.ContentType, out var problem) == true) problem.Example = ProblemExamples.Of(int.Parse(status, System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private static void Header(OpenApiOperation operation, string name, bool required, string description, string example) =>
        (operation.Parameters ??= []).Add(new OpenApiParameter { Name = name, In = ParameterLocation.Header, Required = required, Description = description, Example = example, Schema = Text() });

    private static void Query(OpenApiOperation operation, string name, string description, string? example) =>
        (operation.Parameters ??= []).Add(new OpenApiParameter { Name = name, In = ParameterLocation.Query, Description = description, Example = example, Schema = Text() });

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };
}
