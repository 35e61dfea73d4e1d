using System.CommandLine;
using TigaPilar.Server.Guarding;

namespace TigaPilar.Server;

/// <summary>Every command of the program.</summary>
internal static class Commands
{
    public static RootCommand Root() =>
        new("Tiga Pilar: who guards which polling station, and where people are short.")
        {
            HelpName = "./run",
            Subcommands = { GuardingModule.Command() },
        };
}
