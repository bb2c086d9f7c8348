using Headshots.Core.Mail;
using Headshots.Core.Privacy;
using Headshots.Persistence.Tests.Databases;

namespace Headshots.Persistence.Tests.Mail;

public abstract class MailOutboxContract(TestDatabase database) : StoreContract(database)
{
    [Fact]
    public async Task Due_Waiting_ComesOldestFirst()
    {
        OutgoingMail first = Mail(Now.AddMinutes(-2));
        OutgoingMail second = Mail(Now);
        OutgoingMail sent = Mail(Now);
        sent.Sent(Now);
        OutgoingMail failed = Mail(Now.AddMinutes(-9));
        failed.Failed("Unknown", forGood: true, Now);
        await Database.AddAsync(second, first, sent, failed, Mail(Now.AddSeconds(1)));

        Assert.Equal([first.Id, second.Id], await DueAsync(10));
        Assert.Equal([first.Id], await DueAsync(1));
        Assert.Equal([failed.Id], (await AskAsync<IMailOutbox, IReadOnlyList<OutgoingMail>>(s => s.FailedAsync(One.Tenant, 10, Stop))).Select(m => m.Id));
    }

    [Fact]
    public async Task Failure_OfAnyLength_IsKept()
    {
        OutgoingMail mail = Mail(Now);
        mail.Failed(new string('x', 5000), forGood: true, Now);

        await Database.AddAsync(mail);

        Assert.Equal(5000, (await AskAsync<IMailOutbox, OutgoingMail?>(s => s.FindAsync(One.Tenant, mail.Id, Stop)))!.Failure.Length);
    }

    [Fact]
    public async Task Erasures_OldestFirst_AreListedAndRemoved()
    {
        PendingErasure young = PendingErasure.Create(One.Tenant, One.NewId(), "people/a/", Now);
        PendingErasure old = PendingErasure.Create(One.Tenant, One.NewId(), "people/b/", Now.AddMinutes(-1));
        await Database.AddAsync(young, old);

        Assert.Equal([old.Id, young.Id], await ErasuresAsync());
        await ChangeAsync<IErasureOrders>(async s => s.Remove((await s.ListAsync(One.Tenant, 1, Stop))[0]));
        Assert.Equal([young.Id], await ErasuresAsync());
    }

    private OutgoingMail Mail(DateTimeOffset at) => OutgoingMail.Create(One.Tenant, One.NewId(), MailKind.Reminder, One.NewId(), null, at);

    private async Task<Guid[]> DueAsync(int most) =>
        [.. (await AskAsync<IMailOutbox, IReadOnlyList<OutgoingMail>>(s => s.DueAsync(One.Tenant, Now, most, Stop))).Select(m => m.Id)];

    private async Task<Guid[]> ErasuresAsync() =>
        [.. (await AskAsync<IErasureOrders, IReadOnlyList<PendingErasure>>(s => s.ListAsync(One.Tenant, 10, Stop))).Select(e => e.Id)];
}
