using System.Text.Json.Serialization;

namespace Initiatives.Domain;

/// <summary>One written procedure as its next decision needs it, and as it is shown.</summary>
/// <param name="Started">Null before it is.</param>
/// <param name="Deadline">As last extended.</param>
/// <param name="Answers">All of them, oldest first.</param>
/// <param name="Withdrawn">Null while it is not.</param>
/// <param name="Concluded">Null while it is not.</param>
public sealed record Procedure(
    ProcedureStarted? Started, DateOnly Deadline, IReadOnlyList<ProcedureAnswered> Answers, ProcedureWithdrawn? Withdrawn, ProcedureConcluded? Concluded)
{
    /// <summary>Before it is started.</summary>
    public static Procedure None { get; } = new(null, default, [], null, null);

    [JsonIgnore]
    public bool IsOpen => this is { Started: not null, Withdrawn: null, Concluded: null };

    /// <summary>Those who must answer; nobody before it is started.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Members => Started?.Members ?? [];

    /// <summary>Silence is not consent: they are told of by name, and asked again.</summary>
    [JsonIgnore]
    public IEnumerable<string> Unanswered => Members.Where(m => AnswerOf(m) is null);

    /// <summary>The answer that counts; null when the member has given none.</summary>
    public ProcedureAnswered? AnswerOf(string person) => Answers.LastOrDefault(a => a.Person == person);

    /// <summary>Nothing more need be waited for: all have answered, or the last day is over. The last day itself is not.</summary>
    public bool CanBeConcluded(DateOnly today) => IsOpen && (today > Deadline || !Unanswered.Any());

    public static Procedure Evolve(Procedure procedure, ProcedureEvent @event) => @event switch
    {
        ProcedureStarted e => procedure with { Started = e, Deadline = e.Deadline },
        ProcedureAnswered e => procedure with { Answers = [.. procedure.Answers, e] },
        ProcedureExtended e => procedure with { Deadline = e.Deadline },
        ProcedureWithdrawn e => procedure with { Withdrawn = e },
        ProcedureConcluded e => procedure with { Concluded = e },
        _ => throw new InvalidOperationException($"{@event.GetType().Name} has no fold in Procedure."),
    };
}
