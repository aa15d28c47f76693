using Initiatives.Api.Features.Shell;

namespace Initiatives.Api.Features.Deviations;

/// <summary>How long something has lasted, in words.</summary>
internal static class Ages
{
    /// <summary>"87 dage, 3 møder".</summary>
    public static string Of(CaseInHand found, Texts texts) =>
        Days(found.AgeDays, texts) + ", " + (found.Meetings == 1 ? texts["Case.OneMeeting"] : texts["Case.Meetings", found.Meetings]);

    public static string Days(int days, Texts texts) => days == 1 ? texts["Case.OneDay"] : texts["Case.Days", days];
}
