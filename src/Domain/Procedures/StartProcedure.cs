namespace Initiatives.Domain;

/// <summary>The chair, or the secretariat on the forum's behalf, asks the forum's members a question between meetings.</summary>
/// <param name="Item">The question, as it would stand on an agenda.</param>
/// <param name="Members">Person ids of the forum's members today, by the register.</param>
public sealed record StartProcedure(
    string Procedure, string Forum, AgendaItem Item, IReadOnlyList<ProcedureMaterial> Material, DateOnly Deadline, IReadOnlyList<string> Members)
    : ProcedureCommand(Procedure, Forum)
{
    // What a meeting does to itself is decided at meetings alone.
    private static readonly AgendaItemKind[] Askable =
        [AgendaItemKind.Answer, AgendaItemKind.Escalation, AgendaItemKind.Deviation, AgendaItemKind.Silence, AgendaItemKind.Confirmation, AgendaItemKind.Closing, AgendaItemKind.Free];

    public override Decision<ProcedureEvent> Decide(Procedure procedure, Setting setting)
    {
        if (procedure.Started is { } started)
            return Says(started) ? Decision<ProcedureEvent>.Nothing : ProcedureRefusals.StartedOtherwise();
        var rules = new Rules<ProcedureEvent>();
        return rules
            .Slug(Procedure, "procedure")
            .Forum(setting.Cluster, Forum)
            .If(!Askable.Contains(Item.Kind), ProcedureRefusals.NotAskable)
            .Text(Item.Heading, "heading", ("overskriften", "the heading"), BrokenRules.LongestTitle)
            .Text(Item.Recommendation, "recommendation", ("indstillingen", "the recommendation"))
            .Note(Item.Background, "background")
            .Each(Material, "material", (one, path) => rules
                .Text(one.Text, $"{path}.text", ("hvad materialet er", "what the material is"), BrokenRules.LongestTitle)
                .If(!IsLink(one.Link), () => ProcedureRefusals.LinkMalformed($"{path}.link")))
            .Deadline(Deadline, setting.Today)
            .Date(Deadline, "deadline")
            .If(Members.Count == 0, ProcedureRefusals.NobodyToAsk)
            .Each(Members, "members", (member, path) => rules.Id(member, path))
            .Else(() => new ProcedureStarted(Procedure, Forum, Item, Material, Deadline, [.. Members.Distinct()]));
    }

    // The members are the register's to say: whoever has joined since is not asked, and asking again asks the same question.
    private bool Says(ProcedureStarted started) =>
        (started.Forum, started.Item, started.Deadline) == (Forum, Item, Deadline) && started.Material.SequenceEqual(Material);

    // A path of ours, never one that a browser reads as another host's.
    private static bool IsLink(string? link) => link is { Length: <= BrokenRules.LongestText } && !link.Any(char.IsControl)
        && (link is ['/', not ('/' or '\\'), ..] || (Uri.TryCreate(link, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)));
}
