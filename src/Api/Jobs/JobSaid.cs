using System.Text.Json;
using Quartz;

namespace Initiatives.Api.Jobs;

/// <summary>What a run did, in a sentence for whoever operates the service, in both of its languages. The scheduler's history keeps it as one text.</summary>
public sealed record JobSaid(string Danish, string English)
{
    public static JobRunReport Succeeded(string danish, string english) => JobRunReport.Succeeded(new JobSaid(danish, english).Kept());

    /// <summary>There was nothing to do.</summary>
    public static JobRunReport Skipped(string danish, string english) => JobRunReport.Skipped(new JobSaid(danish, english).Kept());

    /// <summary>For good: it is not tried again.</summary>
    public static JobRunReport Failed(string danish, string english) => JobRunReport.Failed(new JobSaid(danish, english).Kept());

    /// <summary>What the history kept; null when the run said nothing. A text of neither kind is one of the scheduler's own, in English.</summary>
    public static JobSaid? Read(string? kept)
    {
        if (string.IsNullOrEmpty(kept)) return null;
        try
        {
            return JsonSerializer.Deserialize<string[]>(kept) is [{ } danish, { } english] ? new(danish, english) : new(kept, kept);
        }
        catch (JsonException)
        {
            return new(kept, kept);
        }
    }

    private string Kept() => JsonSerializer.Serialize<string[]>([Danish.Trim(), English.Trim()]);
}
