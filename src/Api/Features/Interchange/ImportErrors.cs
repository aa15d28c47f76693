using Initiatives.Api.Platform.Http;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Interchange;

/// <summary>What can be wrong with a document's form. What can be wrong with its meaning stands in <see cref="ContentErrors"/>.</summary>
internal static class ImportErrors
{
    public static Refusal NotJson(long line, long column) => new(
        "not-json",
        $"Dokumentet er ikke gyldigt JSON (linje {line}, tegn {column}). Ret stedet, og importér igen.",
        $"The document is not valid JSON (line {line}, character {column}). Mend that place and import again.");

    public static Refusal NotUtf8() => new(
        "not-utf-8",
        "Teksten er ikke gyldig UTF-8. Gem filen som UTF-8, og importér igen.",
        "The text is not valid UTF-8. Save the file as UTF-8 and import again.");

    public static Refusal TooDeep() => new(
        "too-deep",
        $"Dokumentet er indlejret i mere end {Limits.Depth} niveauer; formatet har aldrig brug for så mange.",
        $"The document is nested more than {Limits.Depth} levels deep; the format never needs that many.");

    public static Refusal WrongFormat(string? found) => new(
        "wrong-format",
        $"Feltet format skal være \"initiatives/plan@1\"{(found is null ? " og mangler" : $", ikke \"{found}\"")}.",
        $"The field format must be \"initiatives/plan@1\"{(found is null ? " and is missing" : $", not \"{found}\"")}.");

    public static Refusal EntryTooLarge() => new(
        "entry-too-large",
        $"Én post fylder mere end {Limits.EntryBytes / 1024} kB. Del den, eller kort teksterne af; resten af dokumentet er ikke læst.",
        $"One entry is larger than {Limits.EntryBytes / 1024} kB. Split it or shorten its texts; the rest of the document was not read.");

    public static Refusal DocumentTooLarge() => new(
        "document-too-large",
        "Dokumentet er for stort. Del det i flere, hvor alle har samme klynge og plan.",
        "The document is too large. Split it into several that all name the same cluster and plan.");

    public static Refusal UnknownField(string name, IEnumerable<string> known) => new(
        "unknown-field",
        $"Formatet har intet felt \"{Cut(name)}\" her. Slet det, eller ret navnet til et af: {string.Join(", ", known)}.",
        $"The format has no field \"{Cut(name)}\" here. Delete it, or correct its name to one of: {string.Join(", ", known)}.");

    public static Refusal FieldTwice(string name) => new(
        "field-twice",
        $"Feltet \"{Cut(name)}\" står to gange. Behold det ene.",
        $"The field \"{Cut(name)}\" stands twice. Keep one of them.");

    public static Refusal Missing(string name) => new(
        "missing-field",
        $"Feltet \"{name}\" mangler. Tilføj det.",
        $"The field \"{name}\" is missing. Add it.");

    public static Refusal NotAnObject() => new("not-an-object", "Her skal stå et objekt { … }.", "An object { … } must stand here.");

    public static Refusal NotAList() => new("not-a-list", "Her skal stå en liste [ … ].", "A list [ … ] must stand here.");

    public static Refusal EmptyElement() => new("empty-element", "Elementet er tomt (null). Slet det.", "The element is empty (null). Delete it.");

    public static Refusal TooManyElements(int limit) => new(
        "too-many-elements",
        $"Listen har mere end {limit} elementer. Kort den af.",
        $"The list has more than {limit} elements. Shorten it.");

    public static Refusal NotAText() => new("not-a-text", "Her skal stå en tekst i anførselstegn.", "A text in quotation marks must stand here.");

    public static Refusal EmptyText() => new(
        "empty-text",
        "Teksten er tom. Skriv noget, eller slet feltet; så læses det som \"ikke oplyst\".",
        "The text is empty. Write something or delete the field; it then reads \"not stated\".");

    public static Refusal TextTooLong(int length, int limit) => new(
        "text-too-long",
        $"Teksten er på {length} tegn; der er plads til {limit}. Kort den af.",
        $"The text has {length} characters; there is room for {limit}. Shorten it.");

    public static Refusal ControlCharacter() => new(
        "control-character",
        "Teksten indeholder et usynligt styretegn. Slet det.",
        "The text holds an invisible control character. Delete it.");

    public static Refusal CprNumber() => new(
        "cpr-number",
        "Teksten ser ud til at indeholde et CPR-nummer. Patienter må ikke kunne genkendes: slet nummeret.",
        "The text seems to hold a civil registration number. Patients must not be identifiable: delete the number.");

    public static Refusal NotAnId(string found) => new(
        "not-an-id",
        $"\"{found}\" kan ikke være et id. Brug små bogstaver a-z, cifre og bindestreg, højst {Names.Longest} tegn.",
        $"\"{found}\" cannot be an id. Use lower-case letters a-z, digits and hyphens, at most {Names.Longest} characters.");

    public static Refusal NotAWholeNumber() => new(
        "not-a-whole-number",
        "Her skal stå et helt tal fra 0 til 100000, uden anførselstegn.",
        "A whole number from 0 to 100000 must stand here, without quotation marks.");

    public static Refusal NotANumber() => new(
        "not-a-number",
        "Her skal stå et tal uden anførselstegn, højst en billion.",
        "A number must stand here, without quotation marks, at most a million million.");

    public static Refusal Negative() => new("negative-amount", "Tallet må ikke være negativt.", "The number must not be negative.");

    public static Refusal NotTrueOrFalse() => new("not-true-or-false", "Her skal stå true eller false.", "Either true or false must stand here.");

    public static Refusal NotADate(string found) => new(
        "not-a-date",
        $"\"{found}\" er ikke en dato. Skriv den som 2023-08-30.",
        $"\"{found}\" is not a date. Write it like 2023-08-30.");

    public static Refusal DateOutOfRange(DateOnly day) => new(
        "date-out-of-range",
        $"{day:yyyy-MM-dd} ligger uden for {Limits.FirstDay:yyyy}-{Limits.LastDay:yyyy}. Ret årstallet.",
        $"{day:yyyy-MM-dd} lies outside {Limits.FirstDay:yyyy}-{Limits.LastDay:yyyy}. Correct the year.");

    public static Refusal NotATime(string found) => new(
        "not-a-time",
        $"\"{found}\" er ikke et klokkeslæt. Skriv det som 13:30.",
        $"\"{found}\" is not a time of day. Write it like 13:30.");

    public static Refusal NotAnInstant(string found) => new(
        "not-an-instant",
        $"\"{found}\" er ikke et tidspunkt. Skriv det som 2023-08-30T13:30:00+02:00.",
        $"\"{found}\" is not an instant. Write it like 2023-08-30T13:30:00+02:00.");

    public static Refusal NotAChoice(string found, IEnumerable<string> choices) => new(
        "not-a-choice",
        $"\"{found}\" kendes ikke. Vælg en af: {string.Join(", ", choices)}.",
        $"\"{found}\" is not known. Choose one of: {string.Join(", ", choices)}.");

    private static string Cut(string text) => text.Length > 40 ? text[..40] + "…" : text;
}
