using System.CommandLine;
using TigaPilar.Server.Guarding;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Storage.Backup;
using TigaPilar.Server.Territory.Import;

namespace TigaPilar.Server;

/// <summary>Every command of the program.</summary>
internal static class Commands
{
    public static RootCommand Root()
    {
        var root = new RootCommand("Tiga Pilar: keeps an election and the villages calm. Without a command it starts the server.")
        {
            HelpName = "./run",
            Subcommands = { GuardingModule.Command(), ImportCommand.Make(), AuditCommand.Make(), BackupCommand.Make(), BackupCommand.MakeRestore() },
        };
        ServeModule.AddTo(root);
        return root;
    }
}
