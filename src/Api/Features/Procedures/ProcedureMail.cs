using System.Globalization;
using Initiatives.Api.Features.People;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Mail;
using Initiatives.Api.Platform.Commands;
using Initiatives.Api.SignIn;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Procedures;

/// <summary>
/// Writes the mails of one piece of news about a written procedure: one to each person it concerns. Whoever is asked for an answer gets a
/// link that signs them in for that procedure alone, kept with the mail that carries it.
/// </summary>
internal sealed class ProcedureMail(PeopleRegister people, LetterPress press, PublicAddress address, TimeProvider time)
{
    // Whoever opens the link too late is told what became of it, and whom to write to.
    private const int LinkOutlivesDeadlineByDays = 30;

    /// <summary>Names a piece of news: what is told of a deadline is told once of each.</summary>
    public static string CauseOf(ProcedureNews news, string procedure, DateOnly deadline) => news switch
    {
        ProcedureNews.Asked => $"procedure-asked/{procedure}",
        ProcedureNews.Extended => string.Create(CultureInfo.InvariantCulture, $"procedure-extended/{procedure}/{deadline:yyyy-MM-dd}"),
        ProcedureNews.Reminder => string.Create(CultureInfo.InvariantCulture, $"procedure-reminder/{procedure}/{deadline:yyyy-MM-dd}"),
        ProcedureNews.Due => string.Create(CultureInfo.InvariantCulture, $"procedure-due/{procedure}/{deadline:yyyy-MM-dd}"),
        _ => $"procedure-ended/{procedure}",
    };

    /// <param name="longer">Why the deadline is later, when that is the news.</param>
    public async Task<Mailing> WriteAsync(Cluster cluster, string procedure, Procedure state, ProcedureNews news, string? longer, CancellationToken cancellation)
    {
        var forum = state.Started!.Forum;
        var today = Clock.Day(time.GetUtcNow(), cluster.TimeZone);
        var addressees = new Addressees(await people.ReadAsync(cluster.Id, cancellation), today);
        var concerned = news switch
        {
            ProcedureNews.Due => addressees.ActingFor(forum),
            ProcedureNews.Extended or ProcedureNews.Reminder => addressees.Of(state.Unanswered),
            _ => addressees.Of(state.Members),
        };
        var about = new ProcedureLetter.About(cluster.Name, cluster.Forum(forum)?.Name ?? forum, state, state.Unanswered.Count(), longer, today);
        var cause = CauseOf(news, procedure, state.Deadline);
        var (mails, unreached) = (new List<MailWithLinks>(), new List<string>());
        foreach (var (person, to) in concerned)
        {
            if (to is null) unreached.Add(person.Id);
            else mails.Add(await WriteAsync(cluster, procedure, about, news, cause, person, to));
        }
        return new(cluster.Id, cause, mails, unreached);
    }

    private async Task<MailWithLinks> WriteAsync(Cluster cluster, string procedure, ProcedureLetter.About about, ProcedureNews news, string cause, Person person, Recipient to)
    {
        var thread = $"procedure/{procedure}";
        if (news is not (ProcedureNews.Asked or ProcedureNews.Extended or ProcedureNews.Reminder))
        {
            var page = address.Of($"/skriftlige-godkendelser/{procedure}?{QueryNames.Cluster}={Uri.EscapeDataString(cluster.Id)}");
            return new(new(cluster.Id, ProcedureLetter.Kind, cause, to, await press.SetAsync(ProcedureLetter.Of(person.Language, news, about, page))) { Thread = thread }, []);
        }
        var secret = Secret.Make();
        var letter = await press.SetAsync(ProcedureLetter.Of(person.Language, news, about, address.Of($"/opgave/{secret}")));
        var link = new TaskLink(cluster.Id, person.Id, Streams.Procedure(procedure), null, Clock.EndOf(about.State.Deadline.AddDays(LinkOutlivesDeadlineByDays), cluster.TimeZone));
        return new(
            new(cluster.Id, ProcedureLetter.Kind, cause, to, letter) { Thread = thread, Expires = Clock.EndOf(about.State.Deadline, cluster.TimeZone), Secret = true },
            [TaskLinks.Keeping(secret, link, time.GetUtcNow())]);
    }
}
