using Headshots.Core.Mail;
using Headshots.Core.Shared;
using Headshots.Workers.Mail;
using Headshots.Workers.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace Headshots.Workers.Tests.Mail;

public sealed class OutboxTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SendDueMail_NobodyListensAtThePort_KeepsTheMailAndTriesAgainLater()
    {
        int port;
        await using (SmtpServer gone = new())
        {
            port = gone.Port;
        }

        await using Workplace workplace = await Workplace.OpenAsync(services => services.AddRenderingElsewhere().Configure<MailOptions>(mail =>
            (mail.Host, mail.Port, mail.Tls, mail.From) = ("127.0.0.1", port, MailTls.None, "photos@contoso.example")));
        TenantId tenant = await workplace.FoundAsync();
        Guid campaign = await workplace.CampaignAsync(tenant, workplace.Time.GetUtcNow().AddDays(20));
        _ = await workplace.InviteAsync(tenant, campaign, sendMail: true);

        // Tries 1, 5, 25 … minutes apart; the sixth is the last.
        for (int attempt = 1; attempt < 6; attempt++)
        {
            Assert.Equal(1, await SendAsync(workplace, tenant));
            Assert.Equal(0, await SendAsync(workplace, tenant));
            Assert.Empty(await workplace.WithAsync<IMailOutbox, IReadOnlyList<OutgoingMail>>(o => o.FailedAsync(tenant, 10, Cancellation)));
            workplace.Time.Advance(TimeSpan.FromMinutes(Math.Pow(5, attempt - 1)));
        }

        Assert.Equal(1, await SendAsync(workplace, tenant));
        OutgoingMail failed = Assert.Single(await workplace.WithAsync<IMailOutbox, IReadOnlyList<OutgoingMail>>(o => o.FailedAsync(tenant, 10, Cancellation)));
        Assert.Equal((MailState.Failed, 6), (failed.State, failed.Attempts));
        Assert.Contains($"127.0.0.1:{port}", failed.Failure, StringComparison.Ordinal);
    }

    private static Task<int> SendAsync(Workplace workplace, TenantId tenant) => workplace.WithAsync<SendDueMail, int>(s => s.HandleAsync(tenant, 10, Cancellation));
}
