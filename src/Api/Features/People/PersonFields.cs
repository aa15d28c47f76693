using System.Globalization;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Domain;

namespace Initiatives.Api.Features.People;

/// <summary>A person's entry as the fields of a form, and back.</summary>
internal static class PersonFields
{
    public static Fields Of(Person person)
    {
        var fields = Fields.Of(
        [
            new("name", person.Name), new("mail", person.Mail ?? ""), new("title", person.Title ?? ""), new("organisation", person.Organisation ?? ""), new("language", person.Language),
        ]);
        for (var at = 0; at < person.Seats.Count; at++)
        {
            var seat = person.Seats[at];
            (fields[$"seats[{at}].forum"], fields[$"seats[{at}].role"]) = (seat.Forum, seat.Role.ToString());
            Put(fields, $"seats[{at}]", seat.From, seat.Until);
        }
        for (var at = 0; at < person.Roles.Count; at++)
        {
            fields[$"roles[{at}].role"] = person.Roles[at].Role.ToString();
            Put(fields, $"roles[{at}]", person.Roles[at].From, person.Roles[at].Until);
        }
        for (var at = 0; at < person.Deputies.Count; at++)
        {
            fields[$"deputies[{at}].person"] = person.Deputies[at].Person;
            Put(fields, $"deputies[{at}]", person.Deputies[at].From, person.Deputies[at].Until);
        }
        return fields;
    }

    /// <summary>The entry as it is wanted. Rows in which nothing was written are left out, as they were opened and left.</summary>
    public static Person Read(Fields fields, string id, string cluster, List<Refusal> faults)
    {
        var seats = new List<ForumSeat>();
        foreach (var row in Rows(fields, "seats", "role"))
        {
            if (fields.Choice<ForumRole>($"{row}.role") is not { } role) faults.Add(FormFaults.ChoiceMissing($"{row}.role"));
            else seats.Add(new(fields[$"{row}.forum"], role, fields.Date($"{row}.from"), fields.Date($"{row}.until")));
        }
        var roles = new List<ClusterRole>();
        foreach (var row in Rows(fields, "roles", null))
        {
            if (fields.Choice<ClusterRoleKind>($"{row}.role") is not { } role) faults.Add(FormFaults.ChoiceMissing($"{row}.role"));
            else roles.Add(new(role, fields.Date($"{row}.from"), fields.Date($"{row}.until")));
        }
        var deputies = Rows(fields, "deputies", null).Select(row => new Deputy(fields[$"{row}.person"], fields.Date($"{row}.from"), fields.Date($"{row}.until"))).ToList();
        return new Person(id, cluster, fields.Words("name") ?? "", fields.Words("mail"), fields.Words("title"), fields.Words("organisation"), fields["language"] is "en" ? "en" : "da", seats) { Roles = roles, Deputies = deputies };
    }

    /// <param name="filledIn">A field that the page itself fills in: alone it makes no row.</param>
    private static IEnumerable<string> Rows(Fields fields, string list, string? filledIn) =>
        FieldRows.Written(fields, list).Select(at => FieldRows.Row(list, at))
            .Where(row => fields.Text.Any(f => f.Key.StartsWith($"{row}.", StringComparison.Ordinal) && f.Key != $"{row}.{filledIn}" && !string.IsNullOrWhiteSpace(f.Value)));

    private static void Put(Fields fields, string row, DateOnly? from, DateOnly? until)
    {
        fields[$"{row}.from"] = from?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
        fields[$"{row}.until"] = until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
    }
}
