using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Orders;

/// <summary>The named members of a working group as rows of a form, the same when it starts and when it changes.</summary>
internal static class WorkingGroupForm
{
    public const string Members = "workingGroup";

    public static string Person(string row) => $"{row}.person";

    public static string Organisation(string row) => $"{row}.organisation";

    public static Fields Of(Initiative initiative)
    {
        var fields = new Fields();
        for (var at = 0; at < initiative.WorkingGroup.Count; at++)
        {
            var row = FieldRows.Row(Members, at);
            fields[Person(row)] = initiative.WorkingGroup[at].Person;
            fields[Organisation(row)] = initiative.WorkingGroup[at].Organisation;
        }
        return fields;
    }

    /// <summary>Rows in which nothing was chosen are left out; an organisation that is not chosen is the person's own.</summary>
    public static IReadOnlyList<WorkingGroupMember> Read(InitiativeSubject subject, Fields fields) =>
        [.. FieldRows.Written(fields, Members).Select(at => Member(subject, fields, FieldRows.Row(Members, at)))];

    /// <summary>A refusal of the whole group, or of a member, stands at the name.</summary>
    public static string? Place(Fields fields, string path) =>
        path == Members ? Person(FieldRows.Row(Members, 0))
        : path.EndsWith(']') ? Person(FieldRows.Place(fields, path))
        : FieldRows.Place(fields, path);

    private static WorkingGroupMember Member(InitiativeSubject subject, Fields fields, string row) => new(
        fields[Person(row)],
        fields.Words(Organisation(row)) ?? subject.People.FirstOrDefault(p => p.Id == fields[Person(row)])?.Organisation ?? "");
}
