namespace Initiatives.Reporting.Marks;

public enum BoardState { NotStarted, AwaitingApproval, Green, Yellow, Red, Missing, Paused, Closed, Withdrawn }
