using Initiatives.Api.Features.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Initiatives.Api.Features.Confirmations;

/// <summary>GET /indsatser/{number}/ordrebekraeftelse: one step, with the draft, or the last revision, filled in; <c>?mangler=1</c> tells what must be mended in it.</summary>
internal static class ShowConfirmationStep
{
    public static Task<IResult> Handle(
        int number, [FromQuery(Name = ConfirmationPages.Step)] int? asked, [FromQuery(Name = ConfirmationPages.Check)] int? check, PageDesk desk, ConfirmationSubjects subjects) =>
        desk.ShowAsync(
            visit => ConfirmationPages.AtAsync(desk, subjects, visit, number, subject =>
            {
                var step = ConfirmationSteps.At(asked);
                var fields = subject.Fields();
                var refusals = check is null ? [] : ConfirmationFields.Read(fields).Refusals(subject.Of).Where(r => r.Field is { } field && ConfirmationSteps.Of(field) == step);
                return Task.FromResult(ConfirmationPages.Set(desk, subject, step, fields, [.. refusals]));
            }),
            fromRecord: false);
}
