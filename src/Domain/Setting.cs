namespace Initiatives.Domain;

/// <summary>
/// What a decision may know beyond its own stream: the day it falls on in the cluster's time zone, the cluster's forums
/// and tolerances, and the calendar of meetings.
/// </summary>
public sealed record Setting(DateOnly Today, Cluster Cluster, Calendar Calendar);
