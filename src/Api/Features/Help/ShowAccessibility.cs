using Initiatives.Api.Features.Shell;

namespace Initiatives.Api.Features.Help;

/// <summary>
/// GET /tilgaengelighed: the statement that public bodies owe (lov om tilgængelighed af offentlige organers websteder og
/// mobilapplikationer, § 5), in the parts and the order of the model in Decision (EU) 2018/1523.
/// </summary>
internal static class ShowAccessibility
{
    /// <summary>Mail address or telephone number of whoever answers for the installation.</summary>
    public const string Contact = "INITIATIVES_CONTACT";

    public static IResult Handle(PageDesk desk, IConfiguration settings) =>
        PageDesk.Set<AccessibilityPage>(new AccessibilityView(desk.Frame(desk.Texts["Accessibility.Title"]), settings[Contact] is { Length: > 0 } told ? told : null));
}

/// <param name="Contact">Null when the operator has named none.</param>
public sealed record AccessibilityView(Frame Frame, string? Contact);
