using Initiatives.Api.Features.Shell;
using Initiatives.Domain;
using Initiatives.Reporting;

namespace Initiatives.Api.Features.Deviations;

internal static class AnswerWords
{
    /// <summary>"Økonomi: 250.000 kr."</summary>
    public static string Of(EscalationDecided answer, Texts texts) =>
        texts[$"Answer.{answer.Answer}"] + (answer.Amount is { } amount ? $": {texts.Say.Money(amount)}" : "");

    /// <summary>"på mødet man. 2. okt. 2023" or "skriftligt".</summary>
    public static string How(EscalationDecided answer, Calendar calendar, Texts texts) =>
        answer.Meeting is { } id && calendar.Find(id) is { } meeting ? texts["How.AtMeetingOn", texts.Say.LongDate(meeting.On)] : texts[$"How.{answer.How}"].ToLowerInvariant();
}
