using TigaPilar.Server.Shell.Mail;
using TigaPilar.Server.Tests.Access;

namespace TigaPilar.Server.Tests.Meetings;

/// <summary>The sample with a mail server.</summary>
public sealed class MailHouse : House
{
    public MailDrop Drop { get; } = new();

    protected override MailSettings? Mail => Drop.Settings;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Drop.DisposeAsync();
    }
}
