using System.CommandLine;
using Initiatives.Api.Platform;
using Initiatives.EventStore;

namespace Initiatives.Api.CommandLine;

/// <summary>
/// From the words after the program's name to an exit code. A verb does what a page or the API does, through the same command;
/// without a verb the service is meant.
/// </summary>
internal static class Words
{
    public const int Done = 0;

    /// <summary>A rule or the machine said no; the reason is on standard error.</summary>
    public const int Refused = 1;

    public const int WrongUsage = 2;

    public static async Task<int> RunAsync(string[] words)
    {
        var language = Language.Of(words);
        var root = Verbs.Table(language);
        var parsed = root.Parse(NamesVerb(root, words) ? words : ["serve", .. words]);
        // A verb that takes settings lets every unknown word through to here.
        var wrong = parsed.Errors.Count > 0
            ? [.. parsed.Errors.Select(error => error.Message)]
            : parsed.UnmatchedTokens.Where(word => !IsSetting(word)).Select(word => Texts.NotUnderstood.In(language) + word).ToList();
        if (wrong.Count > 0)
        {
            wrong.ForEach(Console.Error.WriteLine);
            Console.Error.WriteLine(Texts.SeeHelp.In(language));
            return WrongUsage;
        }
        try
        {
            // The host stops by itself on SIGTERM and Ctrl-C; the limit is for a verb that does not listen.
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TimeSpan.FromMinutes(1),
            });
        }
        catch (OperatorFault fault)
        {
            Console.Error.WriteLine(fault.In(language));
            return Refused;
        }
        catch (MigrationRefused refused)
        {
            Console.Error.WriteLine(Texts.SchemaRefused.In(language) + refused.Message);
            return Refused;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine(Texts.Interrupted.In(language));
            return Refused;
        }
    }

    /// <summary>Any setting may be given as one word, <c>--INITIATIVES_DATA=/srv/initiatives</c>, besides in the environment.</summary>
    private static bool IsSetting(string word) => word.StartsWith("--", StringComparison.Ordinal) && word.Contains('=', StringComparison.Ordinal);

    private static bool NamesVerb(RootCommand root, string[] words) => words.Any(word =>
        root.Subcommands.Any(verb => verb.Name == word)
        || root.Options.Any(option => option is not Option<string> && (option.Name == word || option.Aliases.Contains(word))));
}
