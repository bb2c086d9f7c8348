using System.Text;
using Headshots.App.CommandLine;

// Tables and names are Unicode whatever the locale says.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await HeadshotsProgram.RunAsync(args, Terminal.OfProcess());
