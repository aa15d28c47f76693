namespace Initiatives.Reporting.Packs;

/// <summary>What somebody wrote, as written, with whose words it is.</summary>
/// <param name="By">A forum, or an organisation and the part they play in it, and the day; never a person's name.</param>
public sealed record Voiced(string Text, string By);
