using Initiatives.Api.Features.Shell;

namespace Initiatives.Api.Mail;

/// <summary>The link that signs a person in: single use, short-lived, of use only in the browser that asked for it.</summary>
internal static class SignInLetter
{
    public const string Kind = "sign_in";

    /// <param name="language"><c>da</c> or <c>en</c>; what the person asked in.</param>
    /// <param name="validFor">Whole minutes.</param>
    public static Letter Of(string language, Uri link, TimeSpan validFor)
    {
        var texts = Texts.In(language);
        var service = texts["Shell.Service"];
        return new Letter(texts.Language, service, texts["Mail.SignIn.Subject", service], texts["Mail.SignIn.Why", service])
        {
            Paragraphs = [texts["Mail.SignIn.Press"], texts["Mail.SignIn.Limits", (int)validFor.TotalMinutes]],
            Buttons = [new(texts["Mail.SignIn.Button"], link)],
            SmallPrint = [texts["Mail.SignIn.NotYou"]],
        };
    }
}
