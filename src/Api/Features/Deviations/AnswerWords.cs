using Initiatives.Api.Features.Shell;
using Initiatives.Domain;
using Initiatives.Reporting;

namespace Initiatives.Api.Features.Deviations;

internal static class AnswerWords
{
    /// <summary>"Økonomi: 250.000 kr."</summary>
    public static string Of(EscalationDecided answer, Texts texts) =>
        texts[$"Answer.{answer.Answer}"] + (answer.Amount is { } amount ? $": {texts.Say.Money(amount)}" : "");
}
