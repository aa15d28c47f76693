using System.CommandLine;
using Initiatives.Api.Platform;

namespace Initiatives.Api.CommandLine;

/// <summary><c>initiatives migrate</c>: the schema, which every other verb sees to as well; for those who want it done before.</summary>
internal static class Migrate
{
    public static Command Verb(string language)
    {
        var verb = new Command("migrate", Texts.Migrate.In(language));
        verb.SetAction(async (_, cancellation) =>
        {
            await using var installation = await Installation.OpenAsync([], LogLevel.Warning, cancellation);
            Console.WriteLine(Texts.Migrated.In(language));
            return Words.Done;
        });
        return verb;
    }
}
