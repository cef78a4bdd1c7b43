using NodaTime;

namespace RenderSignal.Abstractions.Tests;

public sealed class PollingScheduleTests
{
    // 2026-11-02 is a Monday.
    [Theory]
    [InlineData(2, 8, false)]
    [InlineData(2, 9, true)]
    [InlineData(2, 22, true)]
    [InlineData(2, 23, false)]
    [InlineData(6, 12, true)]
    [InlineData(7, 12, false)]
    [InlineData(8, 12, false)]
    public void By_default_weekdays_from_nine_to_twenty_three_are_active(int day, int hour, bool isActive) =>
        Assert.Equal(isActive, new PollingSchedule().IsActiveAt(At(day, hour)));

    [Theory]
    [InlineData(2, 21, false)]
    [InlineData(2, 22, true)]
    [InlineData(3, 5, false)]
    [InlineData(2, 5, true)]
    [InlineData(2, 6, false)]
    public void Hours_across_midnight_belong_to_the_day_of_the_moment(int day, int hour, bool isActive) =>
        Assert.Equal(isActive, new PollingSchedule { ActiveDays = [0], StartHour = 22, EndHour = 6 }.IsActiveAt(At(day, hour)));

    [Fact]
    public void Equal_hours_or_no_days_are_never_active()
    {
        for (var hour = 0; hour < 24; hour++)
        {
            Assert.False(new PollingSchedule { StartHour = 9, EndHour = 9 }.IsActiveAt(At(2, hour)));
            Assert.False(new PollingSchedule { ActiveDays = [] }.IsActiveAt(At(2, hour)));
        }
    }

    [Fact]
    public void A_vacation_includes_both_its_days()
    {
        var schedule = new PollingSchedule { VacationStart = new LocalDate(2026, 11, 3), VacationEnd = new LocalDate(2026, 11, 4) };

        Assert.Equal([true, false, false, true], new[] { 2, 3, 4, 5 }.Select(day => schedule.IsActiveAt(At(day, 12))));
    }

    [Fact]
    public void Half_a_vacation_or_one_that_ends_before_it_begins_is_none()
    {
        var day = new LocalDate(2026, 11, 3);

        Assert.False(new PollingSchedule { VacationStart = day }.IsVacation(day));
        Assert.False(new PollingSchedule { VacationEnd = day }.IsVacation(day));
        Assert.False(new PollingSchedule { VacationStart = day, VacationEnd = day.PlusDays(-1) }.IsVacation(day));
    }

    private static LocalDateTime At(int day, int hour) => new(2026, 11, day, hour, 59);
}
