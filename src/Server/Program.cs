using System.Globalization;
using System.Text;
using TigaPilar.Server;
using TigaPilar.Server.Shell;

// What is read and written never depends on the language of the machine; pages choose theirs themselves.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

return await CommandLine.RunAsync(Commands.Root(), args, Console.Out, Console.Error);
