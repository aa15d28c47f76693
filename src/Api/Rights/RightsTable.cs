using System.Collections.Frozen;
using Initiatives.Domain;

namespace Initiatives.Api.Rights;

/// <summary>
/// Who may do what: the one table. A row per command of the domain and per thing that is shown or done besides; routes and
/// pages name their row, and a test tries every one of them with every role.
/// </summary>
internal static class RightsTable
{
    private static readonly Grant[] Members =
    [
        new(Role.Reader), new(Role.Owner), new(Role.ProjectLead), new(Role.Member), new(Role.Chair), new(Role.Secretariat), new(Role.PatientRepresentative),
    ];

    private static readonly Grant[] Readers = [.. Members, new(Role.NationalReader)];
    private static readonly Grant[] Secretariat = [new(Role.Secretariat)];
    private static readonly Grant[] NationalReaders = [new(Role.NationalReader, Reach.Installation)];
    private static readonly Grant[] Operators = [new(Role.Operator, Reach.Installation)];

    /// <summary>Answers for the initiative; being owner of one gives nothing over another.</summary>
    private static readonly Grant[] Delivering = [new(Role.Owner, Reach.Initiative), new(Role.ProjectLead, Reach.Initiative)];

    /// <summary>The forum's chair, or the secretariat on the forum's behalf.</summary>
    private static readonly Grant[] Deciding = [new(Role.Chair, Reach.Forum), new(Role.Secretariat, OnBehalf: true)];

    private static readonly Grant[] Interested =
    [
        new(Role.Secretariat), new(Role.Member, Reach.Organisation), new(Role.Chair, Reach.Organisation), new(Role.Owner, Reach.Organisation), new(Role.ProjectLead, Reach.Organisation),
    ];

    // What is shown.
    public static readonly Right ReadBoard = new(nameof(ReadBoard), Readers);
    public static readonly Right ReadInitiative = new(nameof(ReadInitiative), Readers, ByTask: true);
    public static readonly Right ReadPacks = new(nameof(ReadPacks), Readers);
    public static readonly Right ReadMeetings = new(nameof(ReadMeetings), Readers);
    public static readonly Right ReadPlan = new(nameof(ReadPlan), Readers);
    public static readonly Right ReadCluster = new(nameof(ReadCluster), Readers);
    public static readonly Right ReadLog = new(nameof(ReadLog), Members);
    public static readonly Right ReadProcedures = new(nameof(ReadProcedures), Members);

    /// <summary>One of them: also by the link that asks for an answer to it.</summary>
    public static readonly Right ReadProcedure = new(nameof(ReadProcedure), Members, ByTask: true);
    public static readonly Right ReadRounds = new(nameof(ReadRounds), Members);

    /// <summary>What this person must do next.</summary>
    public static readonly Right ReadTasks = new(nameof(ReadTasks), Members);

    /// <summary>Names and addresses: only who keeps them.</summary>
    public static readonly Right ReadPeople = new(nameof(ReadPeople), Secretariat);
    public static readonly Right ReadSecretariat = new(nameof(ReadSecretariat), Secretariat);
    public static readonly Right Export = new(nameof(Export), Secretariat);
    public static readonly Right PreviewPacks = new(nameof(PreviewPacks), [new(Role.Secretariat), new(Role.Chair), new(Role.Member)]);

    /// <summary>A meeting's material in one folder: the forum's own, and who sends it to them.</summary>
    public static readonly Right TakeMaterial = new(nameof(TakeMaterial), [new(Role.Member, Reach.Forum), new(Role.Chair, Reach.Forum), new(Role.Secretariat)]);

    /// <summary>Several clusters side by side; which ones, the clusters themselves have said.</summary>
    public static readonly Right ReadNational = new(nameof(ReadNational), NationalReaders);
    public static readonly Right ReadOperations = new(nameof(ReadOperations), Operators);

    // What is done besides the domain's commands.
    public static readonly Right IssueEdition = new(nameof(IssueEdition), Secretariat, Writes: true);
    public static readonly Right Import = new(nameof(Import), Secretariat, Writes: true);
    public static readonly Right KeepPeople = new(nameof(KeepPeople), Secretariat, Writes: true);
    public static readonly Right SendReminder = new(nameof(SendReminder), Secretariat, Writes: true);
    public static readonly Right KeepIntegrations = new(nameof(KeepIntegrations), Secretariat, Writes: true);
    public static readonly Right Operate = new(nameof(Operate), Operators, Writes: true);
    public static readonly Right KeepInstallation = new(nameof(KeepInstallation), [], Writes: true);

    /// <summary>Whatever concerns oneself alone: sessions, tokens, language. Asked of anybody who is signed in.</summary>
    public static readonly Right OwnAccount = new(nameof(OwnAccount), [], Writes: false);

    private static readonly CommandRight[] CommandRows =
    [
        // The order.
        For<OrderInitiative>(Deciding, c => c.Forum),
        For<RenameInitiative>([new(Role.Secretariat)]),
        For<PlaceInitiative>([new(Role.Secretariat)]),
        For<RemarkOnOrder>([new(Role.Member, Reach.Forum), .. Deciding], c => c.Forum),
        For<ReserveOrder>(Deciding, c => c.Forum),
        For<FulfilReservation>([.. Delivering, new(Role.Secretariat), new(Role.Chair)]),
        For<AskSpecialAttention>([new(Role.Secretariat), new(Role.Chair, Reach.Forum)], c => c.Forum),
        For<EndSpecialAttention>([new(Role.Secretariat), new(Role.Chair, Reach.Forum)], c => c.Forum),

        // Anchoring.
        For<StateInterest>(Interested, organisation: c => c.Organisation),
        For<WithdrawInterest>(Interested, organisation: c => c.Organisation),
        ByManagingForum<AssignOwnership>(Deciding),

        // Confirmation and approval.
        For<SubmitConfirmation>(Delivering),
        For<ApproveConfirmation>(Deciding, c => c.Forum),
        For<ReturnConfirmation>(Deciding, c => c.Forum),
        For<PostponeConfirmation>(Deciding, c => c.Forum),
        For<StartInitiative>([.. Delivering, new(Role.Secretariat)]),
        For<ChangeWorkingGroup>([.. Delivering, new(Role.Secretariat)]),

        // Delivery.
        For<PostStatus>(Delivering, byTask: true),
        For<ReconfirmStatus>(Delivering, byTask: true),
        For<CommentPatientInvolvement>([new(Role.PatientRepresentative)]),

        // Deviation management.
        For<ChooseTrack>(Deciding, c => c.Forum),
        For<AgreeRemedy>(Deciding, c => c.Forum),
        For<MoveRemedyDue>(Deciding, c => c.Forum),
        For<CompleteRemedy>([.. Delivering, new(Role.Secretariat), new(Role.Chair), new(Role.Member)]),
        For<DropRemedy>(Deciding, c => c.Forum),
        For<RaiseEscalation>(Deciding, c => c.From),
        For<ForwardEscalation>(Deciding, c => c.Forum),
        For<DecideEscalation>(Deciding, c => c.Forum),
        For<NoteAnswer>(Deciding, c => c.Forum),
        For<CloseDeviation>(Deciding, c => c.Forum),

        // Out of the ordinary, and the end.
        ByManagingForum<PauseInitiative>(Deciding),
        ByManagingForum<ResumeInitiative>(Deciding),
        For<WithdrawInitiative>(Deciding, c => c.Forum),
        For<MergeInto>(Deciding, c => c.Forum),
        ByManagingForum<Absorb>(Deciding),
        For<SplitInto>(Deciding, c => c.Forum),
        For<ClaimDelivery>(Delivering),
        For<RejectDelivery>(Deciding, c => c.Forum),
        For<ApproveClosing>(Deciding, c => c.Forum),
        For<CarryOver>(Deciding, c => c.Forum),
        For<CarryTermsOn>(Secretariat),

        // The plan.
        For<DrawUpPlan>(Secretariat),
        For<RevisePlan>(Secretariat),
        For<ListInitiative>(Secretariat),
        For<DropFromPlan>(Secretariat),
        For<ApprovePlan>(Deciding, c => c.Forum),
        For<FulfilPlanReservation>(Secretariat),
        For<ClosePlan>(Deciding, c => c.Forum),

        // The cluster's configuration.
        For<RegisterCluster>([]),
        For<RenameCluster>(Secretariat),
        For<RecordOrganisation>(Secretariat),
        For<ConfigureForum>(Secretariat),
        For<ConfigureForums>(Secretariat),
        For<OrderForums>(Secretariat),
        For<SetRhythm>(Secretariat),
        For<SetTolerances>(Secretariat),
        For<SetDistribution>(Secretariat),
        For<AllowNationalReading>(Secretariat),
        For<SetWheelPoint>(Secretariat),
        For<RemoveWheelPoint>(Secretariat),

        // The calendar.
        For<ScheduleMeeting>(Secretariat),
        For<ArrangeMeeting>(Secretariat),
        For<MoveMeeting>(Secretariat),
        For<CancelMeeting>(Secretariat),

        // The agenda and the minutes.
        For<RewordRecommendation>(Deciding, c => c.Forum),
        For<AddAgendaItem>(Deciding, c => c.Forum),
        For<OrderAgenda>(Deciding, c => c.Forum),
        For<MoveAgendaItem>(Deciding, c => c.Forum),
        For<ReceiveAgendaItem>(Deciding, c => c.Forum),
        For<TakeOffAgendaItem>(Deciding, c => c.Forum),
        For<PutBackAgendaItem>(Deciding, c => c.Forum),
        For<RecordOutcome>(Deciding, c => c.Forum),
        For<RecordAttendance>(Deciding, c => c.Forum),
        For<WriteMinutes>(Deciding, c => c.Forum),
        For<PutMinutesForward>(Deciding, c => c.Forum),
        For<ApproveMinutes>(Deciding, c => c.Forum),
        For<SendMinutes>(Deciding, c => c.Forum),
        For<SendMinutesAgain>(Deciding, c => c.Forum),

        // Written procedures. A member answers for themselves or for whom they stand in, and the endpoint says for whom.
        For<StartProcedure>(Deciding, c => c.Forum),
        For<AnswerProcedure>([new(Role.Member, Reach.Forum), new(Role.Chair, Reach.Forum)], c => c.Forum, byTask: true),
        For<ExtendProcedure>(Deciding, c => c.Forum),
        For<WithdrawProcedure>(Deciding, c => c.Forum),
        For<ConcludeProcedure>(Deciding, c => c.Forum),

        // The service's own.
        For<OpenRound>([]),
        For<CloseRound>([]),
    ];

    private static readonly FrozenDictionary<Type, CommandRight> ByCommand = CommandRows.ToFrozenDictionary(r => r.Command);

    public static IReadOnlyList<CommandRight> Commands => CommandRows;

    /// <exception cref="InvalidOperationException">The command has no row: nobody may, and a test says so.</exception>
    public static CommandRight Of(Type command) =>
        ByCommand.TryGetValue(command, out var row) ? row : throw new InvalidOperationException($"{command.Name} has no row in the table of rights.");

    private static CommandRight For<TCommand>(Grant[] grants, Func<TCommand, string?>? forum = null, Func<TCommand, string?>? organisation = null, bool byTask = false) =>
        new(typeof(TCommand), grants, (c, _) => forum?.Invoke((TCommand)c), c => organisation?.Invoke((TCommand)c), byTask);

    /// <summary>Commands that name no forum and are the managing forum's.</summary>
    private static CommandRight ByManagingForum<TCommand>(Grant[] grants) =>
        new(typeof(TCommand), grants, (_, cluster) => cluster.ManagingForum?.Id, _ => null, ByTask: false);
}
