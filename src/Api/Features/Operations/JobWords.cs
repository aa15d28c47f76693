using Initiatives.Api.Features.Packs;
using Initiatives.Api.Features.Shell;

namespace Initiatives.Api.Features.Operations;

/// <summary>What a job does, in the reader's words. Its own name stands beside them: it is the one in the service's log.</summary>
internal static class JobWords
{
    /// <param name="job">As <see cref="Jobs.WantedJobs"/> names it: <c>remind-early chefforum-2026-12-14</c>.</param>
    /// <returns>Null for a job that is known by its name alone.</returns>
    public static string? Of(Texts texts, string job)
    {
        var parts = job.Split(' ');
        return parts switch
        {
            ["mail", var kind, ..] when PackKind.Named(kind) is not null => texts["Ops.Job.mail", texts[$"Pack.{kind}"]],
            [var kind, .., "late-statuses"] when PackKind.Named(kind) is not null => texts["Ops.Job.late", texts[$"Pack.{kind}"]],
            [var kind, ..] when PackKind.Named(kind) is not null => texts["Ops.Job.pack", texts[$"Pack.{kind}"]],
            [var name, ..] => texts.Find($"Ops.Job.{name}"),
            _ => null,
        };
    }
}
