using System.Globalization;
using Initiatives.Api.Features.Acts;
using Initiatives.Api.Features.Initiatives;
using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Platform.Commands;
using Initiatives.Domain;

namespace Initiatives.Api.Features.Endings;

/// <summary>/indsatser/{number}/leveret: the owner says what was delivered, measured against the indicators.</summary>
internal sealed class ClaimDeliveryAct(InitiativeInHand about) : Act<Domain.ClaimDelivery>(about)
{
    public override string Path => $"{About.Path}/leveret";

    public override Refusal? Closed => base.Closed ?? About.State.Phase switch
    {
        Phase.InDelivery => null,
        Phase.Paused => InitiativeRefusals.IsPaused(),
        Phase.Delivered => InitiativeRefusals.IsDelivered(),
        _ => InitiativeRefusals.NotStarted(),
    };

    public override IEnumerable<(string Heading, string? Text)> Facts(Texts texts) => [(texts["Ask.Promised"], About.State.Terms.Deliverable)];

    public override IEnumerable<Ask> Asks(Texts texts) =>
    [
        new Ask.Words("claim", texts["Ask.Claim"], Rows: 6),
        .. Indicators.SelectMany(i => new Ask[]
        {
            new Ask.Measure(Value(i), i.Name, i.Unit) { Hint = ReadingWords.Target(i, texts) },
            new Ask.Day(Measured(i), texts["Ask.Measured", i.Name]),
        }),
    ];

    public override void Prefill(Fields fields)
    {
        foreach (var indicator in Indicators) fields[Measured(indicator)] = About.Visit.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    public override IReadOnlyList<Wish> Read(Answers answers)
    {
        var readings = new List<IndicatorReading>();
        foreach (var indicator in Indicators)
        {
            if (answers.NumberOrNone(Value(indicator)) is not { } value) continue;
            answers.Call($"readings[{readings.Count}].measured", Measured(indicator));
            answers.Call($"readings[{readings.Count}].", $"indicators.{indicator.Id}.");
            readings.Add(new(indicator.Id, value, answers.Day(Measured(indicator))));
        }
        return [Wish(new Domain.ClaimDelivery(answers.Text("claim"), readings))];
    }

    private IReadOnlyList<Indicator> Indicators => About.State.Terms.Indicators;

    private static string Value(Indicator indicator) => $"indicators.{indicator.Id}.value";

    private static string Measured(Indicator indicator) => $"indicators.{indicator.Id}.measured";
}
