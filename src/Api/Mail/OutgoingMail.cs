using System.Diagnostics.CodeAnalysis;
using System.Net.Mail;

namespace Initiatives.Api.Mail;

/// <summary>One mail to one person, ready to be queued. See <see cref="Outbox"/>.</summary>
/// <param name="Tenant">Cluster id, or <see cref="Installation"/>.</param>
/// <param name="Kind">In snake_case, for the operator's list: <c>sign_in</c>, <c>task</c>, <c>digest</c>.</param>
/// <param name="Cause">
/// What it is about, e.g. <c>round-opened/chefforum-2023-10-30</c>. The same cause tells the same person once, however many nodes ask
/// and however often: choose it so that asking again after a crash gives the same words.
/// </param>
/// <param name="Letter">As <see cref="LetterPress"/> set it.</param>
public sealed record OutgoingMail(string Tenant, string Kind, string Cause, Recipient To, SetLetter Letter)
{
    /// <summary>The tenant of mail that belongs to no cluster; no cluster's id can be this.</summary>
    public const string Installation = "-";

    /// <summary>What all mail about one initiative shares, e.g. <c>handleplan-2023/10</c>: mail readers keep it together. Null: about none.</summary>
    public string? Thread { get; init; }

    /// <summary>After this it is of no use, and is not sent: the link in it is dead, or the round is over. Null: as long as it is tried.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>The address that ends mail of this kind, by a GET or by a one-click POST (RFC 8058). Null for what is a duty.</summary>
    public Uri? Unsubscribe { get; init; }

    /// <summary>Frozen editions that go along, as PDF.</summary>
    public IReadOnlyList<EditionAttached> Attachments { get; init; } = [];

    /// <summary>Holds a link that opens a door. Its body goes as soon as it is sent or the link is dead; needs <see cref="Expires"/>.</summary>
    public bool Secret { get; init; }
}

/// <param name="Edition">Edition id, e.g. <c>afvigelsesrapport.chefforum-2023-10-30.1</c>.</param>
/// <param name="Name">The file's name as the reader sees it, ending in .pdf.</param>
public sealed record EditionAttached(string Edition, string Name);

/// <summary>Whom a mail is for.</summary>
/// <param name="Address">One mailbox; use <see cref="TryParse"/> on what people typed.</param>
/// <param name="Person">Person id; null for someone who is known by address alone.</param>
public sealed record Recipient(string Address, string? Person = null)
{
    /// <summary>What is told from whom: the person, though the address may change between two tries.</summary>
    internal string Key => Person ?? Address.ToLowerInvariant();

    /// <summary>
    /// False for anything that is not exactly one mailbox: no list, no name before it, no line break, no control character, and
    /// only ASCII before the @, as few mail servers take anything else (RFC 6531).
    /// </summary>
    public static bool TryParse(string? typed, [NotNullWhen(true)] out Recipient? recipient, string? person = null)
    {
        recipient = null;
        if (typed is null || typed.Any(char.IsControl) || !MailAddress.TryCreate(typed, out var mailbox) || mailbox.Address != typed.Trim() || !mailbox.User.All(char.IsAscii))
            return false;
        recipient = new(mailbox.Address, person);
        return true;
    }
}
