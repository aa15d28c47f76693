namespace Initiatives.Api.Workbooks;

/// <summary>A column that a sheet may have, found by its heading in either language.</summary>
/// <param name="Key">As the program names it.</param>
/// <param name="Help">What to write there: on the template's second sheet.</param>
/// <param name="Required">The sheet is not read without it.</param>
internal sealed record Column(string Key, string Danish, string English, (string Danish, string English) Help, bool Required = false)
{
    public string Heading(string language) => language == "en" ? English : Danish;

    public bool IsHeadedBy(string text) =>
        string.Equals(text, Danish, StringComparison.OrdinalIgnoreCase) || string.Equals(text, English, StringComparison.OrdinalIgnoreCase) || string.Equals(text, Key, StringComparison.OrdinalIgnoreCase);
}
