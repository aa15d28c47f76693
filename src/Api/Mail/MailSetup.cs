namespace Initiatives.Api.Mail;

/// <summary>Mail as one part of the host: letters, the outbox, and those who hand over what is in it.</summary>
internal static class MailSetup
{
    public static void AddMail(this IServiceCollection services)
    {
        services.AddOptions<MailOptions>().BindConfiguration("Mail")
            .Validate(mail => mail.Patience > TimeSpan.Zero && mail.Lease > mail.Patience && mail.Lanes > 0 && mail.Look > TimeSpan.Zero, "Mail:Lease must be longer than Mail:Patience, and all of Mail:* more than nothing.");
        services.AddSingleton(provider => MailSettings.Read(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<LetterPress>();
        services.AddSingleton<MailSignal>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<Mailings>();
        services.AddSingleton<DeclinedMail>();
        services.AddSingleton<MailQueue>();
        services.AddSingleton<MailOverview>();
        services.AddSingleton<MessageWriter>();
        services.AddHostedService<MailSender>();
        services.AddHostedService<MailSweeper>();
    }
}
