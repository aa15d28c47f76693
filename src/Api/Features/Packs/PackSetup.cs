using Initiatives.Api.Features.Meetings;
using Initiatives.EventStore;
using Initiatives.Reporting;
using Initiatives.Reporting.Material;
using Initiatives.Reporting.Packs;
using Initiatives.Reporting.Print;
using Initiatives.Reporting.Word;
using MediatR;

namespace Initiatives.Api.Features.Packs;

/// <summary>Compiling, printing and keeping packs, as one part of the host.</summary>
internal static class PackSetup
{
    public static void AddPacks(this IServiceCollection services)
    {
        services.AddSingleton<Editions>();
        services.AddSingleton<EditionCheck>();
        services.AddSingleton<TellOfEdition>();
        services.AddSingleton<Sheets>();
        services.AddSingleton<Comparing>();
        services.AddSingleton<Typesetter>();
        services.AddSingleton<PackPress>();
        services.AddSingleton<ChromiumPrinter>(_ => new ChromiumPrinter());
        services.AddSingleton<ChartCamera>();
        services.AddSingleton<WordPress>();
        services.AddSingleton<MeetingFolderPress>();
        services.AddSingleton(provider => new Verification(provider.GetRequiredService<EventStoreDataSources>()));
        services.AddSingleton<IRequestHandler<CompilePack, Compiled>, CompilePackHandler>();
        services.AddSingleton<IRequestHandler<PreviewPack, Preview?>, PreviewPackHandler>();
        services.AddSingleton<IRequestHandler<PrintEdition, PrintOutcome>, PrintEditionHandler>();
        services.AddSingleton<IRequestHandler<MeetingMaterial, MeetingFolder?>, MeetingMaterialHandler>();
        services.AddSingleton<IRequestHandler<SetInWord, byte[]>, SetInWordHandler>();
        services.AddSingleton<IRequestHandler<SetInExcel, byte[]?>, SetInExcelHandler>();
    }
}
