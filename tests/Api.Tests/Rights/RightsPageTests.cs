using System.Reflection;
using System.Text;
using Initiatives.Api.Rights;
using Initiatives.Api.Tests.Operations;

namespace Initiatives.Api.Tests.Rights;

/// <summary>docs/rights.md is the table of rights as people read it: written from the table, and never by hand.</summary>
public sealed class RightsPageTests
{
    /// <summary>Set to anything, the test writes the page instead of comparing it.</summary>
    private const string Write = "WRITE_RIGHTS";

    private static readonly Role[] Roles =
    [
        Role.Reader, Role.Owner, Role.ProjectLead, Role.Member, Role.Chair, Role.Secretariat, Role.PatientRepresentative, Role.NationalReader, Role.Operator,
    ];

    [Fact]
    public void The_page_says_what_the_table_says()
    {
        var file = Path.Combine(Checkout.Root, "docs", "rights.md");
        var page = Page();
        if (Environment.GetEnvironmentVariable(Write) is { Length: > 0 }) File.WriteAllText(file, page);

        File.ReadAllText(file).ShouldBe(page, $"run this test once with {Write}=1 in the environment, and read the difference before you commit it");
    }

    private static string Page()
    {
        var text = new StringBuilder("""
            # Who may do what

            Written by `tests/Api.Tests/Rights/RightsPageTests.cs` from `src/Api/Rights/RightsTable.cs`; change it there. Every route and page names its row, and
            `EveryRouteTests` tries each of them with every role, in its own cluster, in another, and signed out.

            | sign | means |
            |---|---|
            | yes | everywhere in the cluster |
            | own | the initiative that the role is held for, and no other |
            | forum | when the role's own forum is the one it is done for |
            | org. | when the person's own organisation is the one that is spoken for |
            | behalf | on the forum's behalf, and recorded as that |
            | inst. | the installation itself, whichever cluster |
            | + | also by a task's link, for that task alone |

            A deputy has, on the days that were set, what the person has whose place they take; it is recorded as done in that place. The holder of the installation's own token may do
            everything. A token made for reading does nothing that changes. One's own sessions, tokens and language are open to anybody who is signed in.


            """.ReplaceLineEndings("\n"));
        Table(text, "What is shown, and what is done besides commands", typeof(RightsTable).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.GetValue(null)).OfType<Right>());
        Table(text, "Commands", RightsTable.Commands);
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Table(StringBuilder text, string title, IEnumerable<Right> rights)
    {
        text.Append($"## {title}\n\n| | {string.Join(" | ", Roles.Select(Words))} |\n|---|{string.Concat(Roles.Select(_ => "---|"))}\n");
        foreach (var right in rights.Where(r => r != RightsTable.OwnAccount))
            text.Append($"| {Words(right.Name)}{(right.ByTask ? " +" : "")} | {string.Join(" | ", Roles.Select(role => string.Join(", ", right.Grants.Where(g => g.Role == role).Select(Sign))))} |\n");
        text.Append('\n');
    }

    private static string Sign(Grant grant) => grant.OnBehalf ? "behalf" : grant.Reach switch
    {
        Reach.Cluster => "yes",
        Reach.Initiative => "own",
        Reach.Forum => "forum",
        Reach.Organisation => "org.",
        _ => "inst.",
    };

    /// <summary>PostStatus: post status.</summary>
    private static string Words<T>(T name) => string.Concat(name!.ToString()!.Select((c, n) => n > 0 && char.IsUpper(c) ? " " + char.ToLowerInvariant(c) : n == 0 ? char.ToLowerInvariant(c).ToString() : c.ToString()));
}
