using Initiatives.Api.Mail;
using Initiatives.Domain;

namespace Initiatives.Api.Tests.Mail;

/// <summary>What letters are about in these tests.</summary>
internal static class Letters
{
    public static readonly Uri Write = new("https://initiatives.example.org/opgave/AbC-123_xyz");

    public static readonly Uri Unchanged = new("https://initiatives.example.org/opgave/AbC-123_xyz?svar=uaendret");

    public static readonly TaskLetter.Task Task = new(
        "Sundhedsklynge Midt", 10, "Systematisk indsats for de 2 % mest komplekse borgere på sygehusene", "Chefforum",
        Meeting: new(2023, 10, 30), Due: new(2023, 10, 20), Write, Unchanged)
    {
        Now = new(10, "Systematisk indsats for de 2 % mest komplekse borgere på sygehusene", BoardState.Green, "siden 30. aug. 2023"),
    };
}
