using Initiatives.Api.Mail;
using Initiatives.Domain;

namespace Initiatives.Api.Tests.Mail;

/// <summary>What letters are about in these tests.</summary>
internal static class Letters
{
    public static readonly Uri Write = new("https://initiatives.example.org/opgave/AbC-123_xyz");

    public static readonly Uri Unchanged = new("https://initiatives.example.org/opgave/AbC-123_xyz?svar=uaendret");

    public static readonly TaskLetter.Round Round = new("Sundhedsklynge Midt", "Chefforum", Meeting: new(2023, 10, 30), Due: new(2023, 10, 20), Asking.Opened);

    public static readonly TaskLetter.Task Task = new(10, "Systematisk indsats for de 2 % mest komplekse borgere på sygehusene", Write, Unchanged)
    {
        Now = new(10, "Systematisk indsats for de 2 % mest komplekse borgere på sygehusene", BoardState.Green, "siden 30. aug. 2023"),
    };

    public static Letter Ask(string language = "da", Asking asking = Asking.Opened, params TaskLetter.Task[] tasks) =>
        TaskLetter.Of(language, Round with { Asking = asking }, tasks is [] ? [Task] : tasks);
}
