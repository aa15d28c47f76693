using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Domain;
using ApprovalOutcome = Initiatives.Api.Features.Approvals.DecideConfirmation.ApprovalOutcome;

namespace Initiatives.Api.Features.Approvals;

/// <summary>The fields of a forum's decision, read back as the command they ask for.</summary>
internal static class ApprovalFields
{
    public const string Outcome = "outcome";
    public const string Reservations = "reservations";
    public const string Remarks = "remarks";
    public const string Reasons = "reasons";
    public const string ToMeeting = "toMeeting";
    public const string How = "how";
    public const string Meeting = "meeting";

    /// <summary>Set as they will mostly be: decided at the forum's last meeting since it came to them. Where there was none, how is for the reader to say.</summary>
    /// <param name="meetings">At which it can have been decided, newest first.</param>
    public static Fields Prefill(IReadOnlyList<Meeting> meetings, IReadOnlyList<Meeting> ahead, DateOnly today) => new()
    {
        [How] = meetings.Count > 0 ? nameof(DecidedHow.Meeting) : "",
        [Meeting] = meetings.Count > 0 ? meetings[0].Id : "",
        [ToMeeting] = ahead.FirstOrDefault(m => m.On > today)?.Id ?? "",
    };

    /// <summary>
    /// What the forum decides. Reservations, remarks and reasons belong to their own outcomes: what was written under another is
    /// kept in the form and not sent.
    /// </summary>
    public static (InitiativeCommand? Command, IReadOnlyList<Refusal> Faults) Read(Fields fields, int revision, string forum)
    {
        if (fields.Choice<ApprovalOutcome>(Outcome) is not { } outcome) return (null, [FormFaults.ChoiceMissing(Outcome)]);
        var how = fields.Choice<DecidedHow>(How) ?? DecidedHow.Meeting;
        var meeting = how is DecidedHow.Meeting ? fields.Words(Meeting) : null;
        var reservations = outcome is ApprovalOutcome.ApprovedWithReservations ? Conditions(fields) : [];
        IReadOnlyList<string> remarks = outcome is ApprovalOutcome.ApprovedWithReservations or ApprovalOutcome.ApprovedWithRemarks
            ? [.. FieldRows.Written(fields, Remarks).Select(at => fields.Words(FieldRows.Row(Remarks, at)) ?? "")]
            : [];
        InitiativeCommand command = outcome switch
        {
            ApprovalOutcome.Returned => new ReturnConfirmation(revision, forum, fields.Words(Reasons) ?? "", how, meeting),
            ApprovalOutcome.Postponed => new PostponeConfirmation(revision, forum, fields[ToMeeting], meeting),
            _ => new ApproveConfirmation(revision, forum, reservations, remarks, how, meeting),
        };
        List<Refusal> faults = [.. fields.Unreadable];
        if (outcome is ApprovalOutcome.ApprovedWithReservations && reservations.Count == 0) faults.Add(ReservationMissing);
        if (outcome is ApprovalOutcome.ApprovedWithRemarks && remarks.Count == 0) faults.Add(RemarkMissing);
        return (command, faults);
    }

    /// <summary>The field of the form that a refusal is about; null when it is none of the form's.</summary>
    public static string? Place(Fields fields, string path) => path is "forum" or "revision" ? null : FieldRows.Place(fields, path);

    private static IReadOnlyList<Condition> Conditions(Fields fields) =>
    [
        .. FieldRows.Written(fields, Reservations).Select(at => FieldRows.Row(Reservations, at))
            .Select(row => new Condition(fields.Words($"{row}.text") ?? "", fields.Words($"{row}.owner"), fields.Date($"{row}.due"))),
    ];

    private static Refusal ReservationMissing { get; } = new(
        "reservations-missing", "Skriv mindst ét forbehold, eller vælg et andet udfald.", "Write at least one reservation, or choose another outcome.", $"{Reservations}[0].text");

    private static Refusal RemarkMissing { get; } = new(
        "remarks-missing", "Skriv mindst én bemærkning, eller vælg et andet udfald.", "Write at least one remark, or choose another outcome.", $"{Remarks}[0]");
}
