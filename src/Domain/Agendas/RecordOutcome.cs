namespace Initiatives.Domain;

/// <summary>
/// What the meeting made of an item. Where it changes an initiative it is sent together with the initiative's own command, in one
/// change: both are decided, or neither is. An item may get several outcomes (a track and two remedies).
/// </summary>
/// <param name="Item">As it stands on the agenda.</param>
/// <param name="Text">The meeting's own words, where the initiative's facts do not hold them.</param>
/// <param name="ToMeeting">The later meeting; demanded by postponed, and only there.</param>
public sealed record RecordOutcome(string Meeting, string Forum, AgendaItem Item, AgendaOutcome Outcome, string? Text = null, string? ToMeeting = null)
    : AgendaCommand(Meeting, Forum)
{
    public override Decision<AgendaEvent> Decide(Agenda agenda, Setting setting)
    {
        var fact = new AgendaOutcomeRecorded(Meeting, Item, Outcome, Text, ToMeeting);
        if (agenda.Outcomes.LastOrDefault(o => o.Item.Key == Item.Key) == fact)
            return Decision<AgendaEvent>.Nothing;

        var meeting = setting.Calendar.Find(Meeting);
        var rules = Said(Open(agenda, setting), Item)
            .If(meeting is not null && meeting.On > setting.Today, () => AgendaRefusals.NotHeldYet(meeting!.On))
            .If(!AgendaItem.OutcomesOf(Item.Kind).Contains(Outcome), AgendaRefusals.OutcomeNotForItem);
        // Other outcomes say by themselves what was decided, or the initiative's facts do.
        if (Item.Initiative is null && Outcome is AgendaOutcome.Decided or AgendaOutcome.ApprovedWithRemarks)
            rules.Text(Text, "text", ("hvad der blev besluttet", "what was decided"));
        else
            rules.Note(Text, "text");
        if (Outcome is AgendaOutcome.Postponed)
            Later(rules, ToMeeting, setting);
        return rules.Else(() => fact);
    }
}
