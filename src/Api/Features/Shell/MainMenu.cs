using Initiatives.Api.Rights;

namespace Initiatives.Api.Features.Shell;

/// <summary>The menu: a line per page that people go to, shown to those who have the right to it.</summary>
internal static class MainMenu
{
    private static readonly (string Path, string Text, Right Right)[] Entries =
    [
        ("/", "Menu.Overview", RightsTable.ReadBoard),
        ("/opgaver", "Tasks.Title", RightsTable.ReadTasks),
        ("/afvigelser", "Cases.Title", RightsTable.ReadBoard),
        ("/godkendelser", "Approvals.Title", RightsTable.ReadBoard),
        ("/moeder", "Menu.Meetings", RightsTable.ReadMeetings),
        ("/rapporter", "Menu.Packs", RightsTable.ReadPacks),
        ("/handleplan", "Menu.Plan", RightsTable.ReadPlan),
        ("/sekretariat", "Menu.Office", RightsTable.ReadSecretariat),
        ("/national", "Menu.National", RightsTable.ReadNational),
        ("/drift", "Menu.Operations", RightsTable.ReadOperations),
    ];

    public static IEnumerable<(string Path, string Text)> For(Frame frame) => Entries.Where(e => May(frame, e.Right)).Select(e => (e.Path, e.Text));

    private static bool May(Frame frame, Right right) =>
        right.Grants.Any(g => g.Reach == Reach.Installation)
            ? frame.Caller?.MayAsk(right) == true
            : frame.Me is { } me && Guard.MayAsk(me, right);
}
