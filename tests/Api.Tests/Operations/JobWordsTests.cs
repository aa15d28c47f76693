using Initiatives.Api.Features.Operations;
using Initiatives.Api.Features.Shell;

namespace Initiatives.Api.Tests.Operations;

public sealed class JobWordsTests
{
    [Theory]
    [InlineData("open-round chefforum-2023-10-30", "Statusrunden åbner", "The round opens")]
    [InlineData("remind-early chefforum-2023-10-30", "Påmindelse om status", "Reminder of statuses")]
    [InlineData("remind-last-day chefforum-2023-10-30", "Påmindelse på fristens sidste dag", "Reminder on the last day")]
    [InlineData("close-round chefforum-2023-10-30", "Statusrunden lukker", "The round closes")]
    [InlineData("tell-calendar", "Mail om ændringer i kalenderen", "Mail about calendar changes")]
    [InlineData("remind-procedure 2023-10-30-a", "Påmindelse om skriftlig godkendelse", "Reminder of a written procedure")]
    [InlineData("procedure-due 2023-10-30-a", "Skriftlig godkendelse: fristen er ude", "Written procedure: the deadline is over")]
    [InlineData("afvigelsesrapport chefforum-2023-10-30", "Afvigelsesrapport dannes", "Deviation report is compiled")]
    [InlineData("afvigelsesrapport chefforum-2023-10-30 late-statuses", "Afvigelsesrapport dannes igen med sene statusser", "Deviation report is compiled again with late statuses")]
    [InlineData("mail politisk-status politisk-niveau-2023-10-30", "Politisk status sendes som mail", "Political status is mailed")]
    public void A_job_is_told_by_what_it_does(string job, string danish, string english) =>
        (JobWords.Of(Texts.In("da"), job), JobWords.Of(Texts.In("en"), job)).ShouldBe((danish, english));

    [Fact]
    public void A_job_without_words_keeps_its_name() => JobWords.Of(Texts.In("da"), "something-else x").ShouldBeNull();
}
