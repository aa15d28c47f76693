using Initiatives.Api.Features.Log;

namespace Initiatives.Api.Features.Webhooks;

/// <summary>Another system that is told of a cluster's facts, as its cluster sees it: everything but the secret.</summary>
/// <param name="Kinds">Which facts, as the log's filter names them; none: all.</param>
/// <param name="Position">The last position in the log it has been told of.</param>
/// <param name="Tries">How often the next fact has been tried in vain; 0 while all goes well.</param>
/// <param name="NextTry">When it is tried again; null while all goes well.</param>
/// <param name="Stopped">Since when it is not tried any more, until somebody resumes it; null while it is.</param>
public sealed record Webhook(
    Guid Id, string Cluster, string Name, string Address, IReadOnlyList<LogKind> Kinds, string MadeBy, DateTimeOffset Made, long Position, int Tries, DateTimeOffset? NextTry, DateTimeOffset? Stopped);

/// <summary>One attempt.</summary>
/// <param name="Event">Id of the fact, sent as <c>webhook-id</c>: a receiver that has seen it has seen the fact.</param>
/// <param name="Type">The fact's stored name, or <see cref="Trial"/>.</param>
/// <param name="Milliseconds">Until it was answered or given up.</param>
/// <param name="Status">HTTP status; null when there was no answer.</param>
/// <param name="Error">Why it was not delivered; null when it was.</param>
public sealed record Delivery(long Id, Guid Event, string Type, DateTimeOffset At, int Milliseconds, int? Status, string? Error)
{
    /// <summary>Asked for by a person, to see whether it comes through.</summary>
    public const string Trial = "trial";
}

/// <summary>A webhook in a sender's hands.</summary>
/// <param name="Claim">Theirs, until it runs out.</param>
/// <param name="Since">When the fact that it is at was first tried; null when it has not been.</param>
internal sealed record WebhookInHand(string Tenant, Guid Id, Guid Claim, string Address, IReadOnlyList<LogKind> Kinds, string SealedSecret, long Position, int Tries, DateTimeOffset? Since);
