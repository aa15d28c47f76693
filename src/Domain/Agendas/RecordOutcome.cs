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
        // What is decided here alone may be recorded anew, when it was recorded wrong. Other items say what was decided
        // in the initiative's own facts: once here that it was, however often and in whichever order it is sent again.
        var recorded = agenda.Outcomes.Where(o => o.Item.Key == Item.Key);
        if ((Item.IsDecidedHere ? recorded.TakeLast(1) : recorded).Any(o => (o.Outcome, o.Text, o.ToMeeting) == (Outcome, Text, ToMeeting)))
            return Decision<AgendaEvent>.Nothing;

        var meeting = setting.Calendar.Find(Meeting);
        var rules = Said(Open(agenda, setting), Item)
            .If(meeting is not null && meeting.On > setting.Today, () => AgendaRefusals.NotHeldYet(meeting!.On))
            .If(!AgendaItem.OutcomesOf(Item.Kind).Contains(Outcome), AgendaRefusals.OutcomeNotForItem);
        // Other outcomes say by themselves what was decided, or the initiative's facts do.
        if (Item.IsDecidedHere && Outcome is AgendaOutcome.Decided or AgendaOutcome.ApprovedWithRemarks)
            rules.Text(Text, "text", ("hvad der blev besluttet", "what was decided"));
        else
            rules.Note(Text, "text");
        if (Outcome is AgendaOutcome.Postponed)
            Later(rules, ToMeeting, setting);
        return rules.Else(() => new AgendaOutcomeRecorded(Meeting, Item, Outcome, Text, ToMeeting));
    }
}
