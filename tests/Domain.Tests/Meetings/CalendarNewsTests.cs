using Initiatives.Domain;
using static Initiatives.Domain.Tests.Meetings.Midt;

namespace Initiatives.Domain.Tests.Meetings;

public sealed class CalendarNewsTests
{
    private const string August = "chefforum-2023-08-30";

    private static readonly RoundOpened Opened = new(August, Day("2023-08-09"), Day("2023-08-18"), []);

    private static IReadOnlyList<MeetingNews> Since(Calendar before, params CalendarEvent[] then) => CalendarNews.Between(before, before.And(then), KlyngeMidt, Day("2023-08-10"));

    private static MeetingMoved To(string from, string to) => new(August, Day(from), Day(to), null, null, null, Day("2023-08-10"), null);

    [Fact]
    public void A_meeting_that_moved_gives_those_who_were_asked_another_deadline()
    {
        var news = Since(Year2023.And(Opened), To("2023-08-30", "2023-09-06")).ShouldHaveSingleItem();

        (news.Change, news.Before!.On, news.Now.On).ShouldBe((MeetingChange.Moved, Day("2023-08-30"), Day("2023-09-06")));
        (news.DueBefore, news.DueNow).ShouldBe((Day("2023-08-18"), Day("2023-08-25")));
        news.ConcernsOwners.ShouldBeTrue();
    }

    [Fact]
    public void Before_the_round_opens_nobody_has_been_given_a_deadline() =>
        Since(Year2023, To("2023-08-30", "2023-09-06")).ShouldHaveSingleItem().ConcernsOwners.ShouldBeFalse();

    [Fact]
    public void Moved_there_and_back_again_is_no_news_and_neither_is_what_was_called_and_called_off()
    {
        Since(Year2023.And(Opened), To("2023-08-30", "2023-09-06"), To("2023-09-06", "2023-08-30")).ShouldBeEmpty();
        Since(Year2023, Extra("2023-08-15"), new MeetingCancelled("chefforum-2023-08-15", "Alligevel ikke", false)).ShouldBeEmpty();
    }

    [Fact]
    public void A_meeting_called_off_needs_no_status_and_says_what_comes_instead()
    {
        var news = Since(Year2023.And(Opened), new MeetingCancelled(August, "For få sager", true)).ShouldHaveSingleItem();

        news.Change.ShouldBe(MeetingChange.Cancelled);
        news.Now.WrittenStatusInstead.ShouldBeTrue();
        (news.ConcernsOwners, news.DueNow).ShouldBe((true, null));
        // Nothing instead after all: that is told as well.
        Since(Year2023.And(new MeetingCancelled(August, "For få sager", true)), new MeetingCancelled(August, "For få sager", false)).ShouldHaveSingleItem().Change.ShouldBe(MeetingChange.Cancelled);
    }

    [Fact]
    public void Only_extraordinary_meetings_are_news_and_only_those_ahead()
    {
        Since(Year2023, Extra("2023-08-15")).ShouldHaveSingleItem().Change.ShouldBe(MeetingChange.Called);
        Since(Year2023, Met("chefforum", "2023-12-15")).ShouldBeEmpty();
        Since(Year2023, new MeetingCancelled("direktoerforum-2023-04-17", "Blev ikke holdt", false)).ShouldBeEmpty();
    }

    [Fact]
    public void Another_place_on_the_same_day_concerns_the_members_alone()
    {
        var news = Since(Year2023.And(Opened), new MeetingArranged(August, new(13, 0), null, "Mødelokale 2")).ShouldHaveSingleItem();

        (news.Change, news.ConcernsOwners).ShouldBe((MeetingChange.Arranged, false));
    }

    private static MeetingScheduled Extra(string on) => new($"chefforum-{on}", "chefforum", Day(on), null, null, null, true, null, Day("2023-08-10"));
}
