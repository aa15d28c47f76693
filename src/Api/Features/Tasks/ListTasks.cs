using Initiatives.Api.Features.Shell;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Tasks;

/// <summary>GET .../tasks: whatever the caller must do next, most urgent first.</summary>
internal static class ListTasks
{
    public sealed record All(IReadOnlyList<Item> Tasks);

    /// <param name="Kind">What to do; programs decide by it.</param>
    /// <param name="Initiative">Its number; null when it is about several.</param>
    /// <param name="Text">The same as a sentence, in the caller's language.</param>
    /// <param name="Due">The last day that is not late; null when it has none.</param>
    /// <param name="Page">The page where a person does it.</param>
    public sealed record Item(ToDoKind Kind, int? Initiative, string? Title, string Text, DateOnly? Due, bool Late, string Page);

    public static async Task<IResult> Handle(string cluster, StandingReader standings, TaskReader tasks, TimeProvider time, HttpContext http)
    {
        if (await standings.ReadAsync(cluster, null, http.RequestAborted) is not { } standing)
            return Problems.Result(http, StatusCodes.Status404NotFound, Faults.Missing(Streams.Cluster));
        var today = Clock.Day(time.GetUtcNow(), standing.Cluster.TimeZone);
        var texts = Texts.In(Languages.Of(http.Request));
        var found = await tasks.ReadAsync(standing, http.Member(), today, http.RequestAborted);
        return Results.Ok(new All([.. found.Select(t => new Item(
            t.Kind, t.Initiative, t.Title, texts[$"Task.{t.Kind}", t.Initiative ?? 0, t.Detail ?? "", t.On is { } on ? texts.Say.LongDate(on) : ""], t.Due, t.Late, t.Path))]));
    }
}
