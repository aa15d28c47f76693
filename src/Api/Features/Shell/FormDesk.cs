using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Initiatives.Api.Features.People;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.Platform.Http;
using Initiatives.Api.Rights;
using Initiatives.Domain;
using Initiatives.EventStore;
using Initiatives.Reporting.Record;
using MediatR;
using Npgsql;

namespace Initiatives.Api.Features.Shell;

/// <summary>
/// Sends what a form asks for, as the API's desk does for programs: on the version that the form was drawn from, and once,
/// also when the button was pressed twice.
/// </summary>
internal sealed class FormDesk(IMediator mediator, EventLog log, PeopleRegister people, TimeProvider time)
{
    /// <summary>Hidden field: the version of what the form was drawn from.</summary>
    public const string VersionField = "version";

    /// <summary>Hidden field: which drawing of the form this is; made anew each time it is drawn.</summary>
    public const string RequestField = "request";

    private static readonly string[] Ours = [VersionField, RequestField, SignIn.PageDoor.KeyField];

    /// <param name="besides">What goes with the facts in their transaction; null when nothing does.</param>
    /// <returns>Accepted, Refused, Missing, Stale or Forbidden: a repeat is answered as the first was.</returns>
    public async Task<Outcome> SendAsync(Membership me, IFormCollection form, IReadOnlyList<Wish> wishes, Func<NpgsqlBatchCommand>? besides, CancellationToken cancellation)
    {
        long? expected = long.TryParse(form[VersionField], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
        var context = new CommandContext(me.Cluster, me.Id, time.GetUtcNow(), Expected: expected, Request: KeyOf(form), By: me) { Besides = besides };
        return await mediator.Send(new Change(context, wishes), cancellation) switch
        {
            Outcome.Repeated { Reply: { Status: StatusCodes.Status200OK } reply } => new Outcome.Accepted(long.Parse(reply.Body, CultureInfo.InvariantCulture), []),
            Outcome.Repeated { Reply: var reply } => new Outcome.Refused(JsonSerializer.Deserialize<Refusal[]>(reply.Body, ApiJson.Options)!),
            var outcome => outcome,
        };
    }

    public async Task<Conflict> ConflictAsync(
        Frame frame, IFormCollection form, Outcome.Stale stale, string stream, IReadOnlyDictionary<string, string> labels, CancellationToken cancellation)
    {
        var seen = long.TryParse(form[VersionField], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
        var cluster = frame.Cluster;
        var names = await people.NamesAsync(cluster.Id, cancellation);
        string Name(string id) => ClusterRecord.NameOf(id, cluster, names, frame.Texts.Language);
        var facts = await log.ReadStreamAsync(cluster.Id, stream, cancellation: cancellation);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(cluster.TimeZone);
        return new(
            frame,
            stale.Current,
            [
                .. facts.Where(f => f.Version > seen).Select(f => new Meanwhile(
                    f.Data is InitiativeEvent fact ? Story.Tell(fact, Name, frame.Texts.Language) : frame.Texts["Conflict.OtherFact"],
                    f.Data is InitiativeEvent quoted ? Story.Quote(quoted) : null,
                    ClusterRecord.DoerOf(f.Metadata.Actor, f.Metadata.Imported, cluster, names, frame.Texts.Language),
                    frame.Texts.Say.Moment(f.Timestamp, zone))),
            ],
            [.. form.Where(f => !Ours.Contains(f.Key)).SelectMany(f => f.Value.Select(v => new SentField(f.Key, labels.GetValueOrDefault(f.Key), v ?? "")))]);
    }

    private static RequestKey? KeyOf(IFormCollection form)
    {
        if (form[RequestField].ToString() is not { Length: > 0 and <= 100 } request) return null;
        // What was typed is part of the key: back in the browser and corrected is another request.
        var text = new StringBuilder(request);
        foreach (var field in form.Where(f => f.Key != RequestField).OrderBy(f => f.Key, StringComparer.Ordinal)) text.Append('\n').Append(field.Key).Append('=').Append(field.Value);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
        return new($"form-{Convert.ToHexStringLower(hash)}", hash, outcome => outcome switch
        {
            Outcome.Accepted e => new Reply(StatusCodes.Status200OK, null, null, e.Version.ToString(CultureInfo.InvariantCulture)),
            Outcome.Refused e => new Reply(StatusCodes.Status409Conflict, null, null, JsonSerializer.Serialize(e.Refusals, ApiJson.Options)),
            _ => throw new System.Diagnostics.UnreachableException(),
        });
    }
}

/// <param name="Version">That is in force now: trying again is trying on this one.</param>
public sealed record Conflict(Frame Frame, long Version, IReadOnlyList<Meanwhile> Since, IReadOnlyList<SentField> Sent);

/// <summary>One thing that somebody did in the meantime.</summary>
public sealed record Meanwhile(string Told, string? Quote, string Who, string When);

/// <param name="Label">As the person saw it; null for what is not theirs to read.</param>
public sealed record SentField(string Name, string? Label, string Value);
