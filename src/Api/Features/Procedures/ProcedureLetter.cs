using Initiatives.Api.Features.Agendas;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Mail;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Procedures;

/// <summary>What is told of a written procedure, and to whom.</summary>
internal enum ProcedureNews
{
    /// <summary>To each member: an answer is asked for.</summary>
    Asked,

    /// <summary>To those who have not answered: the deadline is later.</summary>
    Extended,

    /// <summary>To those who have not answered: the deadline is near.</summary>
    Reminder,

    /// <summary>To chair and secretariat: the deadline is over.</summary>
    Due,

    /// <summary>To each member: it was concluded.</summary>
    Concluded,

    /// <summary>To each member: it was called off.</summary>
    Withdrawn,
}

/// <summary>A letter about a written procedure: the question in a sentence or two, and one thing to do. A duty: it comes with the seat.</summary>
internal static class ProcedureLetter
{
    public const string Kind = "procedure";

    // Of a background that is longer the page has the rest.
    private const int Excerpt = 600;

    /// <param name="Cluster">Its name.</param>
    /// <param name="Forum">Its name.</param>
    /// <param name="Unanswered">How many have not answered.</param>
    /// <param name="Longer">Why there is more time; null when nobody said, or when there is not.</param>
    /// <param name="Today">A day of another year is told with its year.</param>
    public sealed record About(string Cluster, string Forum, Procedure State, int Unanswered, string? Longer, DateOnly Today);

    public static Letter Of(string language, ProcedureNews news, About about, Uri open)
    {
        var texts = Texts.In(language);
        var asked = about.State.Started!;
        var heading = Letter.OneLine(asked.Item.Heading);
        var asks = news is ProcedureNews.Asked or ProcedureNews.Extended or ProcedureNews.Reminder;
        return new Letter(
            texts.Language, about.Cluster, texts[$"Mail.Procedure.{news}", about.Forum, about.State.Deadline is var day && day.Year == about.Today.Year ? texts.Say.Weekday(day) : texts.Say.LongDate(day), heading],
            texts[news is ProcedureNews.Due ? "Mail.Procedure.WhyActs" : "Mail.Procedure.Why", about.Forum])
        {
            Paragraphs = [.. Said(texts, news, about)],
            Buttons = [new(texts[$"Mail.Procedure.{(asks ? "Answer" : news is ProcedureNews.Due ? "Conclude" : "Open")}"], open)],
            SmallPrint = asks ? [texts["Mail.Procedure.Link"]] : [],
        };
    }

    private static IEnumerable<string> Said(Texts texts, ProcedureNews news, About about)
    {
        var (state, item) = (about.State, about.State.Started!.Item);
        var deadline = texts.Say.LongDate(state.Deadline);
        switch (news)
        {
            case ProcedureNews.Due:
                yield return about.Unanswered == 0 ? texts["Mail.Procedure.AllAnswered", state.Members.Count] : texts["Mail.Procedure.SomeSilent", about.Unanswered, state.Members.Count];
                break;
            case ProcedureNews.Withdrawn:
                yield return texts["Mail.Procedure.WithdrawnBecause", Letter.OneLine(state.Withdrawn!.Reason)];
                break;
            case ProcedureNews.Concluded:
                yield return texts["Mail.Procedure.Outcome", OutcomeChoice.Name(item.Kind, state.Concluded!.Outcome, texts)];
                if (state.Concluded.Text is { } words) yield return Letter.OneLine(words);
                break;
            default:
                yield return texts["Mail.Procedure.Deadline", about.Forum, deadline];
                if (about.Longer is { } reason) yield return texts["Mail.Procedure.Longer", Letter.OneLine(reason)];
                if (item.Background is { } background) yield return Letter.OneLine(background) is { Length: > Excerpt } all ? $"{all[..all.LastIndexOf(' ', Excerpt)]} …" : Letter.OneLine(background);
                yield return Letter.OneLine(item.Recommendation);
                yield return texts["Mail.Procedure.Ways"];
                break;
        }
    }
}
