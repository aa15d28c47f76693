namespace Initiatives.Api.Mail;

/// <summary>How mail is handed over: the settings <c>Mail:*</c>. Nodes may differ.</summary>
public sealed class MailOptions
{
    /// <summary>False on a node, or a restored copy, that must send nothing: mail is queued and stays so.</summary>
    public bool Send { get; set; } = true;

    /// <summary>How often a node looks for mail that another queued, or whose pause is over.</summary>
    public TimeSpan Look { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long the mail server may take over one mail.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a mail is left to a node that began to hand it over and was not heard of again. Longer than <see cref="Patience"/>.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>How many mails one node hands over at a time; never two to the same person.</summary>
    public int Lanes { get; set; } = 4;
}
