namespace Initiatives.Domain;

/// <summary>The managing forum chooses where to: back to plan, re-plan, or close the initiative. It may choose again.</summary>
public sealed record ChooseTrack(int Deviation, string Forum, DeviationTrack Track, string? Reason = null, string? Meeting = null) : InitiativeCommand
{
    public override Decision<InitiativeEvent> Decide(Initiative initiative, Setting setting)
    {
        var fact = new DeviationTrackChosen(Deviation, Forum, Track, Reason, Meeting);
        return initiative.Deviation?.Track == fact
            ? Decision<InitiativeEvent>.Nothing
            : new BrokenRules(initiative, setting)
                .NotEnded()
                .OpenDeviation(Deviation)
                .Forum(Forum, ForumDuty.ManageDeviations)
                .If(!Enum.IsDefined(Track), () => InitiativeRefusals.ValueUnknown("track"))
                .Meeting(Meeting, Forum)
                .Note(Reason, "reason")
                .Else(() => [fact]);
    }
}
