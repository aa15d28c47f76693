using Initiatives.Api.Features.Procedures;
using Initiatives.Domain;

namespace Initiatives.Api.Tests.Procedures;

public sealed class ProcedureLetterTests
{
    [Theory]
    [InlineData("2023-12-20", "Svar senest ons. 20. dec. på skriftlig godkendelse i Chefforum: Datakilder")]
    [InlineData("2024-01-05", "Svar senest fre. 5. jan. 2024 på skriftlig godkendelse i Chefforum: Datakilder")]
    public void A_deadline_of_another_year_is_told_with_its_year(string deadline, string subject)
    {
        var item = new AgendaItem("free-1", AgendaItemKind.Free, "Datakilder", "Det indstilles, at Chefforum tilslutter sig datakilderne.");
        var state = Procedure.Evolve(Procedure.None, new ProcedureStarted("data", "chefforum", item, [], DateOnly.Parse(deadline, System.Globalization.CultureInfo.InvariantCulture), ["a"]));

        ProcedureLetter.Of("da", ProcedureNews.Asked, new("Midt", "Chefforum", state, 1, null, new(2023, 12, 1)), new Uri("https://example.org/")).Subject.ShouldBe(subject);
    }
}
