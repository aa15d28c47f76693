using Initiatives.Api.Features.Plans;
using Initiatives.Api.Workbooks;

namespace Initiatives.Api.Tests.Workbooks;

/// <summary>What is read of a stranger's workbook, and what is refused of it, each with its cell.</summary>
public sealed class WorkbookReaderTests
{
    private static readonly string[] Headings = ["Nummer", "Titel", "Indsatsområde", "Bestilling"];

    private static Workbook Read(byte[] file) => WorkbookReader.Read(file, InitiativeSheet.Columns);

    private static IEnumerable<(string Code, string? Cell)> Faults(byte[] file) => Read(file).Faults.Select(f => (f.Code, f.Field));

    [Fact]
    public void Rows_are_read_by_their_headings_in_either_language_and_any_order()
    {
        var book = Read(Books.Of(["Title", "number", "Bestilling", "Focus area"], ["Inkontinens", "11", "Som besluttet", "Øvrige"]));

        book.Faults.ShouldBeEmpty();
        book.Rows.ShouldHaveSingleItem()["title"].ShouldBe("Inkontinens");
        book.Rows[0].Address("number").ShouldBe("B2");
    }

    [Fact]
    public void A_formula_is_refused_at_its_cell_and_its_kept_value_is_not_taken() =>
        Faults(Books.Of(Headings, ["=1+1", "Titel", "oevrige", "x"])).ShouldBe([("workbook-formula", "A2")]);

    [Fact]
    public void A_zip_bomb_is_refused_without_being_unpacked()
    {
        var bomb = Books.Bomb();
        bomb.Length.ShouldBeLessThan(WorkbookLimits.File);

        Faults(bomb).ShouldBe([("workbook-too-large", "file")]);
    }

    [Fact]
    public void Entities_are_refused_so_that_none_is_ever_resolved()
    {
        const string declared = "<!DOCTYPE x [<!ENTITY lol \"lol\"><!ENTITY file SYSTEM \"file:///etc/passwd\">]>";

        Faults(Books.OfXml(Books.Sheet([Headings, ["1", "&file;", "oevrige", "&lol;"]], declared))).ShouldBe([("workbook-unreadable", "file")]);
    }

    [Fact]
    public void A_hundred_thousand_rows_are_refused_as_too_many()
    {
        var rows = Enumerable.Range(1, 100_000).Select(n => new[] { $"{n}", "T", "oevrige", "B" });

        Faults(Books.Of(rows.Prepend(Headings))).ShouldBe([("workbook-too-many-rows", "file")]);
    }

    [Fact]
    public void What_is_no_workbook_is_refused()
    {
        Faults([1, 2, 3]).ShouldBe([("workbook-unreadable", "file")]);
        Faults([]).ShouldBe([("workbook-missing", "file")]);
        Faults(new byte[WorkbookLimits.File + 1]).ShouldBe([("workbook-too-large", "file")]);
        Faults(Books.OfXml("<not><a sheet")).ShouldBe([("workbook-unreadable", "file")]);
    }

    [Fact]
    public void Columns_that_are_missing_unknown_or_there_twice_are_told_of_together() =>
        Faults(Books.Of(["Nummer", "Nummer", "Hemmelig", "Titel", "Bestilling"], ["1", "2", "3", "4", "5"]))
            .ShouldBe([("workbook-column-twice", "B1"), ("workbook-column-unknown", "C1"), ("workbook-column-missing", "file")]);

    [Fact]
    public void The_template_is_a_workbook_that_this_reader_reads()
    {
        foreach (var language in new[] { "da", "en" })
            Faults(WorkbookTemplate.Of("Ark", InitiativeSheet.Columns, language)).ShouldBe([("workbook-empty", "file")]);
    }
}
