using Initiatives.Api.Features.Shell.Forms;

namespace Initiatives.Api.Tests.Forms;

/// <summary>Rows that are added and removed by sending the form.</summary>
public sealed class FieldRowsTests
{
    private static Fields Three() => new()
    {
        ["milestones[0].name"] = "Første",
        ["milestones[1].name"] = "Anden",
        ["milestones[1].due"] = "2023-10-30",
        ["milestones[2].name"] = "Tredje",
        ["milestonesBesides[0].name"] = "En anden liste",
        ["deliverable"] = "Et forløb",
    };

    [Fact]
    public void A_row_added_comes_last_and_leaves_the_rest_as_it_was()
    {
        var fields = Three();

        FieldRows.Press(fields, FieldRows.Add("milestones")).ShouldBeTrue();

        FieldRows.Count(fields, "milestones").ShouldBe(4);
        fields["milestones[1].due"].ShouldBe("2023-10-30");
        FieldRows.Written(fields, "milestones").ShouldBe([0, 1, 2]);
    }

    [Fact]
    public void A_row_removed_takes_its_fields_with_it_and_the_next_move_up()
    {
        var fields = Three();

        FieldRows.Press(fields, FieldRows.Remove("milestones", 1)).ShouldBeTrue();

        FieldRows.Count(fields, "milestones").ShouldBe(2);
        fields["milestones[1].name"].ShouldBe("Tredje");
        fields["milestones[1].due"].ShouldBe("");
        fields["milestonesBesides[0].name"].ShouldBe("En anden liste");
        fields["deliverable"].ShouldBe("Et forløb");
    }

    [Theory]
    [InlineData("send")]
    [InlineData("remove:milestones:-1")]
    [InlineData("remove:milestones:x")]
    [InlineData(null)]
    public void Another_button_is_none_of_its_business(string? pressed)
    {
        var fields = Three();

        FieldRows.Press(fields, pressed).ShouldBeFalse();

        FieldRows.Count(fields, "milestones").ShouldBe(3);
    }

    [Fact]
    public void A_row_with_a_number_beyond_all_lists_is_no_row() =>
        FieldRows.Count(new Fields { ["milestones[999999].name"] = "x" }, "milestones").ShouldBe(0);
}
