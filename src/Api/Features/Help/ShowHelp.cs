using Initiatives.Api.Features.Shell;
using Initiatives.Api.Rights;

namespace Initiatives.Api.Features.Help;

/// <summary>GET /hjaelp: what each role does here, one's own first.</summary>
internal static class ShowHelp
{
    /// <summary>In the order an initiative meets them. The installation's token reads no help.</summary>
    private static readonly Role[] Roles =
    [
        Role.Owner, Role.ProjectLead, Role.Member, Role.Chair, Role.Secretariat, Role.PatientRepresentative, Role.Reader, Role.NationalReader, Role.Operator,
    ];

    public static IResult Handle(PageDesk desk)
    {
        var mine = (desk.Member?.Roles ?? []).Concat(desk.Caller?.InstallationRoles ?? []).Select(r => r.Role).ToHashSet();
        return PageDesk.Set<HelpPage>(new HelpView(desk.Frame(desk.Texts["Help.Title"]), [.. Roles.Where(mine.Contains)], [.. Roles.Where(r => !mine.Contains(r))]));
    }
}

/// <param name="Mine">The reader's roles in the cluster that is chosen.</param>
public sealed record HelpView(Frame Frame, IReadOnlyList<Role> Mine, IReadOnlyList<Role> Others);
