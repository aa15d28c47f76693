using Initiatives.Year;
using Initiatives.Year.Nodes;

return args switch
{
    [Node.Verb, var now] => await Node.RunAsync(now),
    _ when YearOptions.Read(args) is { } options => await YearCommand.RunAsync(options),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("bench/run year [--clusters midt,syd,midtklyngen] [--faults] [--no-pdf] [--seed N] [--out DIR]");
    return 2;
}
