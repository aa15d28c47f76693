namespace Initiatives.Api.Features.Webhooks;

/// <summary>How webhooks are told: the settings <c>Webhooks:*</c>. Nodes may differ.</summary>
public sealed class WebhookOptions
{
    /// <summary>False on a node, or a restored copy, that must tell nobody.</summary>
    public bool Send { get; set; } = true;

    /// <summary>
    /// True: addresses on this machine and within the organisation's own network may be told too, and without encryption. Otherwise whoever
    /// keeps a cluster's webhooks could ask this machine's neighbours questions through it.
    /// </summary>
    public bool Inside { get; set; }

    /// <summary>How often a node looks without being woken.</summary>
    public TimeSpan Look { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a receiver may take over one delivery.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a webhook is left to a node that began to tell it and was not heard of again.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(2);
}
