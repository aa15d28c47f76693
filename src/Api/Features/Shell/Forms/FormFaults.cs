using Initiatives.Domain;

namespace Initiatives.Api.Features.Shell.Forms;

/// <summary>What can be wrong with a form before any rule of the domain is asked: it was typed so that nobody can read it.</summary>
internal static class FormFaults
{
    public static Refusal Date(string field) => new(
        "date-malformed", "Skriv datoen som dag-måned-år, f.eks. 30-10-2023.", "Write the date as day-month-year, e.g. 30-10-2023.", field);

    public static Refusal Number(string field) => new(
        "number-malformed", "Skriv et tal, f.eks. 3,8.", "Write a number, e.g. 3,8 (with a comma, as in Danish).", field);

    public static Refusal Money(string field) => new(
        "money-malformed", "Skriv beløbet i kroner, f.eks. 1.250.000.", "Write the amount in kroner, e.g. 1.250.000.", field);

    public static Refusal ChoiceMissing(string field) => new(
        "choice-missing", "Vælg en af mulighederne.", "Choose one of these.", field);
}
