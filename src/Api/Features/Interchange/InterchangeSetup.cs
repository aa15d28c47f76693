using MediatR;

namespace Initiatives.Api.Features.Interchange;

internal static class InterchangeSetup
{
    public static void AddInterchange(this IServiceCollection services)
    {
        services.AddSingleton<DemoPeople>();
        services.AddSingleton<DemoWheel>();
        services.AddSingleton<DemoDecisions>();
        services.AddSingleton<IRequestHandler<ImportDocument, ImportReport>, ImportDocumentHandler>();
        services.AddSingleton<IRequestHandler<LoadDemo, IReadOnlyList<DemoCluster>>, LoadDemoHandler>();
        services.AddSingleton<IRequestHandler<IssueDemoPacks, Unit>, IssueDemoPacksHandler>();
    }
}
