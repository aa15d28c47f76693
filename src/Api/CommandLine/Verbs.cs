using System.CommandLine;

namespace Initiatives.Api.CommandLine;

/// <summary>Every verb of the program, in the order help lists them. A new verb is a file of its own and a line here.</summary>
internal static class Verbs
{
    public static RootCommand Table(string language) => new(Texts.Program.In(language))
    {
        Serve.Verb(language),
        Import.Verb(language),
        Export.Verb(language),
        Migrate.Verb(language),
        Demo.Verb(language),
        Report.Verb(language),
        ExportMeeting.Verb(language),
        Verify.Verb(language),
        Rebuild.Verb(language),
        new Option<string>(Language.OptionName) { Description = Texts.LanguageOption.In(language), HelpName = "da|en", Recursive = true },
    };
}
