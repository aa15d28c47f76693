using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Orders;

/// <summary>GET and POST /indsatser/{number}/saerlig-bevaagenhed: always in the political status from now on, or no longer.</summary>
internal static class AttendSpecially
{
    public const string Forum = "forum";
    public const string Reason = "reason";

    /// <summary>The secretariat on its own, for no forum.</summary>
    public const string Nobody = "-";

    private static readonly InitiativeForm Ask = new("Attention", "saerlig-bevaagenhed", _ => Prefill(), (_, fields) => new AskSpecialAttention(ForumOf(fields), fields.Words(Reason) ?? ""));

    private static readonly InitiativeForm End = new("AttentionEnd", "saerlig-bevaagenhed/ophoer", _ => Prefill(), (_, fields) => new EndSpecialAttention(ForumOf(fields), fields.Words(Reason) ?? ""));

    public static Task<IResult> Show(int number, InitiativeForms forms) => forms.ShowAsync<AttendSpeciallyPage>(number, Ask);

    public static Task<IResult> Send(int number, InitiativeForms forms) => forms.PostAsync<AttendSpeciallyPage>(number, Ask);

    public static Task<IResult> ShowEnd(int number, InitiativeForms forms) => forms.ShowAsync<AttendSpeciallyPage>(number, End);

    public static Task<IResult> SendEnd(int number, InitiativeForms forms) => forms.PostAsync<AttendSpeciallyPage>(number, End);

    private static Fields Prefill() => new() { [Forum] = Nobody };

    private static string? ForumOf(Fields fields) => fields[Forum] == Nobody ? null : fields[Forum];
}
