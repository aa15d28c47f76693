namespace Initiatives.Domain.Tests.Initiatives;

public sealed class CprGuardTests
{
    // Made up: days that exist with any four digits behind them.
    [Theory]
    [InlineData("010203-1234")]
    [InlineData("Borgeren 0102031234 blev udskrevet")]
    [InlineData("010203 1234")]
    [InlineData("01 02 03 1234")]
    [InlineData("01 02 03-1234")]
    [InlineData("010203 - 1234")]
    [InlineData("010203–1234")]
    [InlineData("010203\u20111234")]
    [InlineData("010203\u00A01234")]
    [InlineData("01.02.03-1234")]
    [InlineData("01/02/03-1234")]
    [InlineData("cpr:290200-1234.")]
    [InlineData("(311299-1234)")]
    [InlineData("610203-1234")]
    [InlineData("Først en dato 01.02.2023, så 010203-1234")]
    public void A_personal_number_is_found(string text) => CprGuard.FindsIn(text).ShouldBeTrue();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Ring 20 10 12 34 eller +45 20 10 12 34")]
    [InlineData("Ring 2010 1234")]
    [InlineData("+4520101234")]
    [InlineData("1.250.000 kr.")]
    [InlineData("1 250 000 000")]
    [InlineData("1200000000")]
    [InlineData("0101231500 kr.")]
    [InlineData("0101231500,50")]
    [InlineData("Mødet den 01.02.2023 kl. 1400")]
    [InlineData("01.02.23 1400")]
    [InlineData("2023-10-15 1400")]
    [InlineData("Perioden 2023-2024")]
    [InlineData("CVR 12345678")]
    [InlineData("EAN 5790001234567")]
    [InlineData("320203-1234")]
    [InlineData("011303-1234")]
    [InlineData("300203-1234")]
    [InlineData("010203-12345")]
    [InlineData("1010203-1234")]
    [InlineData("010203-0000")]
    public void A_phone_number_an_amount_or_a_date_is_not(string? text) => CprGuard.FindsIn(text).ShouldBeFalse();

    [Fact]
    public void The_longest_text_is_searched_in_no_time() =>
        CprGuard.FindsIn(string.Concat(Enumerable.Repeat("01 02 03 ", 1_000))).ShouldBeFalse();
}
