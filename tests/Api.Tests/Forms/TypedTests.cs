using Initiatives.Api.Features.Shell.Forms;

namespace Initiatives.Api.Tests.Forms;

/// <summary>What people type, as they type it.</summary>
public sealed class TypedTests
{
    [Theory]
    [InlineData("1.250.000", 1250000)]
    [InlineData("1.250.000 kr.", 1250000)]
    [InlineData("1 250 000 kroner", 1250000)]
    [InlineData("1250000,50", 1250000.50)]
    [InlineData("1.250", 1250)]
    [InlineData("-5", -5)]
    [InlineData("0", 0)]
    public void An_amount_is_read_as_Danes_write_it(string text, decimal amount) => Typed.Money(text).ShouldBe(amount);

    [Theory]
    [InlineData("450,000")]
    [InlineData("450,000 kr.")]
    public void An_amount_with_its_thousands_parted_in_English_is_asked_for_again(string text) => Typed.Money(text).ShouldBeNull();

    [Theory]
    [InlineData("3,8", 3.8)]
    [InlineData("3.8", 3.8)]
    [InlineData("−0,25", -0.25)]
    [InlineData("12.500", 12500)]
    public void A_number_is_read_with_its_comma(string text, decimal number) => Typed.Number(text).ShouldBe(number);

    [Theory]
    [InlineData("1.25.000")]
    [InlineData("1,250,000")]
    [InlineData("12,5,1")]
    [InlineData("mange")]
    [InlineData("1e9")]
    [InlineData("")]
    public void What_could_mean_two_things_is_not_guessed_at(string text) => Typed.Number(text).ShouldBeNull();

    [Theory]
    [InlineData("2023-10-30")]
    [InlineData("30.10.2023")]
    [InlineData("30/10/2023")]
    [InlineData("30-10-2023")]
    public void A_date_is_read_from_the_browsers_field_and_as_it_is_written(string text) => Typed.Date(text).ShouldBe(new DateOnly(2023, 10, 30));

    [Theory]
    [InlineData("31-02-2023")]
    [InlineData("i morgen")]
    [InlineData("10/30/2023")]
    public void What_is_no_day_is_no_date(string text) => Typed.Date(text).ShouldBeNull();

    [Fact]
    public void What_cannot_be_read_is_told_once_at_its_field_and_the_text_stays()
    {
        var fields = new Fields { ["forecast.cost"] = "en hel del" };

        fields.Money("forecast.cost").ShouldBeNull();
        fields.Money("forecast.cost").ShouldBeNull();

        fields.Unreadable.ShouldHaveSingleItem().Field.ShouldBe("forecast.cost");
        fields["forecast.cost"].ShouldBe("en hel del");
    }

    [Theory]
    [InlineData("Green", true)]
    [InlineData("0", false)]
    [InlineData("green", false)]
    [InlineData("Purple", false)]
    public void A_choice_is_one_of_those_offered(string text, bool taken) =>
        (new Fields { ["light"] = text }.Choice<Initiatives.Domain.TrafficLight>("light") is not null).ShouldBe(taken);
}
