using TwinHub;

return await CommandLine.RunAsync(args);

/// <summary>The program: site and command line.</summary>
public partial class Program;
