namespace Initiatives.Reporting.Office;

/// <summary>What an Office document tells of itself in its properties.</summary>
/// <param name="Title">As in the document it was made from.</param>
/// <param name="Subject">One line: for whom, and on what occasion.</param>
/// <param name="Identifier">Of the edition, e.g. <c>afvigelsesrapport.chefforum-2023-10-30.1</c>.</param>
/// <param name="At">When the edition was issued; there is no other time in the document.</param>
public sealed record DocumentFacts(string Title, string Subject, string Identifier, DateTimeOffset At);
