using Atelier.Server.Serving;

return await ServeCommand.RunAsync(args).ConfigureAwait(false);
