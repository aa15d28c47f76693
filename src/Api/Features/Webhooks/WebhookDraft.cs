using Initiatives.Api.Features.Log;
using Microsoft.Extensions.Primitives;

namespace Initiatives.Api.Features.Webhooks;

/// <summary>What was typed to make a webhook, and what is wrong with it.</summary>
/// <param name="Errors">Field and key of the text; none when it can be made.</param>
public sealed record WebhookDraft(string Name, string Address, IReadOnlyList<LogKind> Kinds, IReadOnlyDictionary<string, string> Errors)
{
    public static readonly WebhookDraft Empty = new("", "", [], new Dictionary<string, string>());

    /// <param name="inside">Whether addresses within the organisation may be told.</param>
    public static WebhookDraft Read(string name, string address, StringValues kinds, bool inside)
    {
        var errors = new Dictionary<string, string>();
        (name, address) = (name.Trim(), address.Trim());
        if (!IsName(name)) errors["name"] = "Webhook.NameNeeded";
        if (!WebhookAddress.IsAllowed(address, inside)) errors["address"] = inside ? "Webhook.AddressNeededInside" : "Webhook.AddressNeeded";
        var chosen = new List<LogKind>();
        foreach (var kind in kinds)
        {
            if (Enum.TryParse<LogKind>(kind, out var known) && Enum.IsDefined(known)) chosen.Add(known);
            else errors["kinds"] = "Webhook.KindUnknown";
        }
        return new(name, address, chosen, errors);
    }

    public static bool IsName(string name) => name.Length is > 0 and <= WebhookRegister.LongestName && !name.Any(char.IsControl);
}

/// <param name="Made">The secret of the one just made: shown now, and never again.</param>
public sealed record WebhookList(Shell.Frame Frame, IReadOnlyList<Webhook> Webhooks, WebhookDraft Draft, string? Made = null);

public sealed record WebhookView(Shell.Frame Frame, Webhook Webhook, IReadOnlyList<Delivery> Deliveries);
