using Initiatives.Api.Features.Initiatives;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;
using Initiatives.Reporting;

namespace Initiatives.Api.Features.Acts;

/// <summary>
/// Something that a person does to an initiative from a small page of its own: what the form asks, and the command that becomes of
/// the answers. A file per act; its texts are <c>Act.{Name}</c> (heading and button), <c>Act.{Name}.Means</c> and <c>Done.{Name}</c>.
/// </summary>
public abstract class Act(InitiativeInHand about)
{
    // Who records afterwards what a meeting decided does it within a few meetings.
    private const int MeetingsBack = 3;

    public InitiativeInHand About { get; } = about;

    /// <summary>The class's own name, without the last word.</summary>
    public string Name => GetType().Name[..^nameof(Act).Length];

    /// <summary>Where its form stands, and is sent to.</summary>
    public abstract string Path { get; }

    /// <summary>The page it was begun on, and ends on.</summary>
    public virtual string Back => About.Path;

    /// <summary>The forum in whose name it is done; null when it is none's.</summary>
    public virtual string? Forum => null;

    /// <summary>The day on which what it answers arose: no meeting before that can have decided on it.</summary>
    protected virtual DateOnly Since => DateOnly.MinValue;

    /// <summary>Whether the reader may.</summary>
    public abstract bool IsMine { get; }

    /// <summary>Why nobody can now; null when it can be done.</summary>
    public virtual Refusal? Closed => About.State.HasEnded ? InitiativeRefusals.HasEnded(About.State.Ending?.Kind) : null;

    public bool IsOffered => IsMine && Closed is null;

    /// <summary>Where the form's page stands, from the overview on.</summary>
    public virtual IReadOnlyList<Crumb> Trail(Texts texts) => [new(About.Title, About.Path)];

    /// <summary>What one must have in mind to answer.</summary>
    public virtual IEnumerable<(string Heading, string? Text)> Facts(Texts texts) => [];

    public abstract IEnumerable<Ask> Asks(Texts texts);

    /// <summary>Fills in what is known already.</summary>
    public virtual void Prefill(Fields fields)
    {
    }

    /// <summary>What is wanted; the first wish is for the initiative itself.</summary>
    public abstract IReadOnlyList<Wish> Read(Answers answers);

    protected InitiativeWish Wish(InitiativeCommand command) => new(About.State.Plan, About.Number, command);

    /// <summary>At which of the forum's meetings since; nothing chosen is none.</summary>
    protected Ask AskMeeting(Texts texts, string? forum) =>
        new Ask.Many("meeting", texts["Ask.Meeting"], Meetings(forum), texts["Ask.NoMeeting"]) { Optional = true };

    /// <summary>At a meeting, which is then named, or in writing.</summary>
    protected IEnumerable<Ask> AskHow(Texts texts, string? forum) =>
    [
        new Ask.Few("how", texts["Ask.How"], [.. Enum.GetValues<DecidedHow>().Select(h => new Option(h.ToString(), texts[$"How.{h}"]))]),
        new Ask.Many("meeting", texts["Ask.Meeting"], Meetings(forum), texts["Ask.NoMeeting"]) { Hint = texts["Ask.MeetingHint"], Optional = true },
    ];

    /// <summary>A meeting held today is most likely where it is decided.</summary>
    protected void PrefillMeeting(Fields fields, string? forum)
    {
        if (forum is null || About.Calendar.Held(forum).FirstOrDefault(m => m.On == About.Visit.Today) is not { } today) return;
        fields["meeting"] = today.Id;
        fields["how"] = nameof(DecidedHow.Meeting);
    }

    private IReadOnlyList<Option> Meetings(string? forum)
    {
        if (forum is null) return [];
        return
        [
            .. About.Calendar.Held(forum).Where(m => m.On >= Since && m.On <= About.Visit.Today).TakeLast(MeetingsBack).Reverse()
                .Select(m => new Option(m.Id, About.Visit.Texts.Say.LongDate(m.On, m.Start))),
        ];
    }
}

/// <typeparam name="TCommand">Whose row in the table of rights says who may.</typeparam>
public abstract class Act<TCommand>(InitiativeInHand about) : Act(about)
    where TCommand : InitiativeCommand
{
    public override bool IsMine => About.Visit.May<TCommand>(About.Number, Forum);
}
