using System.CommandLine;
using System.Globalization;
using Initiatives.Api.Features.Operations;
using Initiatives.Api.Platform;
using Initiatives.Api.Platform.Reading;
using Initiatives.EventStore;

namespace Initiatives.Api.CommandLine;

/// <summary>
/// <c>initiatives verify</c>: the hash chain of every stream, what is kept beside the streams against what the facts come to,
/// and every edition against its hash and against what its cut-off compiles to. Changes nothing; may run while the service does.
/// </summary>
internal static class Verify
{
    private static readonly Text About = new(
        "Efterprøv hele loggen: kæden af kontrolsummer, det, der er afledt af den, og alle udgaver.",
        "Verify the whole log: its chain of hashes, what is derived from it, and every edition.");

    private static readonly Text Fingerprint = new(
        "Et fingeraftryk fra en rapports sidste side: rummer loggen stadig det, rapporten bygger på?",
        "A fingerprint from a pack's last page: does the log still contain what the pack rests on?");

    private static readonly Text Unit = new("hændelser, hver læst to gange", "events, each read twice");

    private static readonly Text Clean = new("Alt er, som det blev skrevet.", "Everything is as it was written.");

    private static readonly Text Flaws = new("fejl fundet.", "flaws found.");

    private static readonly Text Contained = new("Loggen rummer uændret det, fingeraftrykket blev taget af.", "The log contains, unchanged, what the fingerprint was taken of.");

    private static readonly Text Differs = new("Loggen er ændret, siden fingeraftrykket blev taget.", "The log has changed since the fingerprint was taken.");

    private static readonly Text NotReached = new(
        "Loggen når ikke så langt: den er skåret af, eller dette er en ældre kopi.", "The log does not reach that far: it was cut off, or this is an older copy.");

    private static readonly Text NotOne = new(
        "Det er ikke et fingeraftryk: et tal, en bindestreg og 40 hexcifre.", "That is no fingerprint: a number, a hyphen and 40 hex digits.");

    public static Command Verb(string language)
    {
        var fingerprint = new Option<string?>("--fingerprint") { Description = Fingerprint.In(language), HelpName = "F" };
        fingerprint.Validators.Add(result =>
        {
            if (!RecordFingerprint.TryParse(result.GetValueOrDefault<string>(), out _))
                result.AddError(NotOne.In(language));
        });
        var cluster = WhichCluster.Option(language, allOtherwise: true);
        var verb = new Command("verify", About.In(language)) { fingerprint, cluster };
        verb.SetAction(async (parsed, cancellation) =>
        {
            await using var installation = await Installation.OpenAsync([], LogLevel.Warning, cancellation);
            var services = installation.Services;
            var only = parsed.GetValue(cluster) is { } asked ? await WhichCluster.FindAsync(services, asked, cancellation) : null;
            var clean = await VerifyAsync(services, only, language, cancellation);
            if (RecordFingerprint.TryParse(parsed.GetValue(fingerprint), out var printed))
                clean &= await CompareAsync(services, only, printed, language, cancellation);
            return clean ? Words.Done : Words.Refused;
        });
        return verb;
    }

    private static async Task<bool> VerifyAsync(IServiceProvider services, string? only, string language, CancellationToken cancellation)
    {
        var flaws = 0;
        using (var progress = Progress.On(Unit.In(language), 2 * await services.GetRequiredService<KeptStreams>().CountFactsAsync(only, cancellation)))
        {
            await foreach (var flaw in services.GetRequiredService<VerifyInstallation>().FindAsync(only, Told.To(progress), cancellation))
            {
                flaws++;
                Console.Error.WriteLine($"{flaw.Cluster}: {flaw.Where}: {flaw.What}");
            }
        }
        Console.WriteLine(flaws == 0 ? Clean.In(language) : string.Create(CultureInfo.InvariantCulture, $"{flaws} {Flaws.In(language)}"));
        return flaws == 0;
    }

    private static async Task<bool> CompareAsync(IServiceProvider services, string? only, RecordFingerprint printed, string language, CancellationToken cancellation)
    {
        // A fingerprint does not say whose it is: on paper the pack does.
        var tenant = await WhichCluster.FindAsync(services, only, cancellation);
        var answer = await services.GetRequiredService<Verification>().VerifyFingerprintAsync(tenant, printed, cancellation);
        Console.WriteLine($"{tenant}: " + (answer switch
        {
            FingerprintAnswer.Contained => Contained,
            FingerprintAnswer.Differs => Differs,
            _ => NotReached,
        }).In(language));
        return answer is FingerprintAnswer.Contained;
    }
}
