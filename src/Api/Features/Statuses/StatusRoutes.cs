using Initiatives.Api.Features.Drafts;
using Initiatives.Api.Platform.Http;
using Initiatives.Api.Rights;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Statuses;

/// <summary>Writing a status: the pages, all below one address, where a task's link also leads; and the draft in the API.</summary>
internal static class StatusRoutes
{
    public static void AddStatuses(this IServiceCollection services)
    {
        services.AddSingleton<Drafts.Drafts>();
        services.AddSingleton<StatusSubjects>();
    }

    public static void MapStatusPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/indsatser/{number:int}/status", ShowStatusForm.Handle).Needs<PostStatus>();
        pages.MapPost("/indsatser/{number:int}/status", SendStatusForm.Handle).Needs<PostStatus>();
        pages.MapPost("/indsatser/{number:int}/status/kladde", AutosaveStatus.Handle).Needs<PostStatus>();
        pages.MapGet("/indsatser/{number:int}/status/kvittering", ShowStatusReceipt.Handle).Needs<PostStatus>();
    }

    /// <param name="one">One initiative.</param>
    public static void MapStatusDraft(this IEndpointRouteBuilder one)
    {
        one.MapGet("/status-draft", ReadStatusDraft.Handle).Needs<PostStatus>().Answers<DraftView>("The status the caller has begun to write, and nobody else sees");
        one.MapPut("/status-draft", SaveStatusDraft.Handle).Needs<PostStatus>().TakesIn<DraftView>("Keep what the caller has written so far");
        one.MapDelete("/status-draft", DiscardStatusDraft.Handle).Needs<PostStatus>().TakesIn<NoDraft>("Forget what the caller has written");
    }
}
