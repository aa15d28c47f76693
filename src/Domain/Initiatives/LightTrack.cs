namespace Initiatives.Domain;

/// <summary>Where an initiative is in its life.</summary>
public enum Phase
{
    Ordered,
    Anchored,
    AwaitingApproval,
    Approved,
    InDelivery,
    Paused,
    Delivered,
    Closed,
    Withdrawn,
}
