using Initiatives.Domain;

namespace Initiatives.Api.Features.Shell.Forms;

/// <summary>One of several to choose between.</summary>
/// <param name="Light">Shown as colour, shape and word instead of <paramref name="Text"/>.</param>
/// <param name="Hint">What it means to choose it.</param>
public sealed record Option(string Value, string Text, BoardState? Light = null, string? Hint = null)
{
    /// <summary>Yes and no, in that order.</summary>
    public static IReadOnlyList<Option> YesNo(Texts texts) => [new(YesNoChoice.Yes, texts["Form.Yes"]), new(YesNoChoice.No, texts["Form.No"])];

    /// <summary>The three lights, mildest first.</summary>
    /// <param name="hints">Prefix of the texts that say what each means; null for none.</param>
    public static IReadOnlyList<Option> Lights(Texts texts, string? hints = null) =>
    [
        .. new[] { BoardState.Green, BoardState.Yellow, BoardState.Red }
            .Select(state => new Option(state.ToString(), texts[$"State.{state}"], state, hints is null ? null : texts[$"{hints}.{state}"])),
    ];
}
