using Initiatives.Domain;

namespace Initiatives.Reporting.Packs;

/// <summary>Initiatives by meetings, newest right.</summary>
/// <param name="Columns">"30. aug. 23" and so on, and last "Nu".</param>
public sealed record LightMatrix(IReadOnlyList<string> Columns, IReadOnlyList<LightMatrixRow> Rows);

/// <param name="Attention">Under special attention: always in the political status.</param>
/// <param name="States">One per column; null where the initiative was not ordered yet.</param>
public sealed record LightMatrixRow(int Number, string Title, bool Attention, IReadOnlyList<BoardState?> States);
