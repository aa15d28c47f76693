using System.Globalization;
using System.Text;
using Initiatives.Api.Features.Packs;
using Initiatives.Api.Platform;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Reading;
using Initiatives.Reporting;
using Initiatives.Reporting.Office;
using Initiatives.Reporting.Print;
using Initiatives.Reporting.Word;

namespace Initiatives.Api.CommandLine;

/// <summary><c>initiatives report indsatsark --initiative N --out DIR</c>: one initiative as HTML, PDF and Word, now or as of a day.</summary>
internal static class ReportSheet
{
    /// <param name="number">Null when it was left out.</param>
    /// <param name="asOf">A day as 2023-08-30; null for now.</param>
    public static async Task<List<string>> WriteAsync(IServiceProvider services, string cluster, int? number, string? asOf, string folder, string language, CancellationToken cancellation)
    {
        if (number is not { } initiative)
            throw new OperatorFault("initiative-missing", "Skriv, hvilken indsats arket er om: --initiative 10.", "Say which initiative the sheet is about: --initiative 10.");
        DateOnly? day = null;
        if (asOf is not null)
        {
            day = DateOnly.TryParseExact(asOf, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
                ? on : throw new OperatorFault("as-of-malformed", $"»{asOf}« er ikke en dag. Skriv den som 2023-08-30.", $"\"{asOf}\" is no day. Write it as 2023-08-30.");
        }
        var zone = await services.GetRequiredService<ClusterReader>().TimeZoneAsync(cluster, cancellation);
        var sheets = services.GetRequiredService<Sheets>();
        if (await sheets.CompileAsync(cluster, plan: null, initiative, day is { } then && zone is not null ? Clock.EndOf(then, zone) : null, cancellation) is not { } sheet)
        {
            throw day is { } before && await sheets.CompileAsync(cluster, plan: null, initiative, null, cancellation) is not null
                ? new OperatorFault(
                    "initiative-not-yet",
                    $"Den {Wording.In("da").Date(before)} var der endnu intet skrevet ned om indsats {initiative}. Vælg en senere dag.",
                    FormattableString.Invariant($"Nothing had been recorded about initiative {initiative} on {before:yyyy-MM-dd}. Choose a later day."))
                : new OperatorFault("initiative-unknown", $"Der er ingen indsats {initiative} i handleplanen.", $"There is no initiative {initiative} in the plan.");
        }
        Directory.CreateDirectory(folder);
        var printed = await services.GetRequiredService<ChromiumPrinter>().Print(sheet.Html, cancellation);
        var name = Sheets.FileName(initiative, day);
        var facts = new DocumentFacts(sheet.Title, FormattableString.Invariant($"Indsats {initiative}"), name, services.GetRequiredService<TimeProvider>().GetUtcNow());
        var word = (await services.GetRequiredService<WordPress>().Set(sheet.Html, facts, cancellation)).Docx;
        return await Report.SaveAsync(Path.Combine(folder, name), Encoding.UTF8.GetBytes(sheet.Html), printed, word, excel: null, language, cancellation);
    }
}
