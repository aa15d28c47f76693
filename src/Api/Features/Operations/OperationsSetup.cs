using Initiatives.Api.Platform.Reading;

namespace Initiatives.Api.Features.Operations;

/// <summary>What an operator asks for: verifying and rebuilding.</summary>
internal static class OperationsSetup
{
    public static void AddOperations(this IServiceCollection services)
    {
        services.AddSingleton<KeptStreams>();
        services.AddSingleton<VerifyInstallation>();
        services.AddSingleton<RebuildReadModels>();
        services.AddSingleton<HowItStands>();
    }
}
