return await Initiatives.Api.CommandLine.Words.RunAsync(args);
