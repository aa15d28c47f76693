using Initiatives.Bench;
using Initiatives.Bench.Append;

// One verb per measurement; the last line of each is the number its bar is held against.
return args switch
{
    ["pack", ..] => await PackBench.Run(),
    ["board"] => await BoardBench.RunAsync(),
    ["append", .. var how] when how.All(h => h is "--quick" or "--cold" or "--1" or "--8" or "--32") => await AppendBench.RunAsync(Pace.Of(how), cold: how.Contains("--cold")),
    ["rebuild"] => await RebuildBench.RunAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("bench/run pack\nbench/run board\nbench/run append [--quick] [--cold] [--1] [--8] [--32]\nbench/run rebuild\nbench/run year --help");
    return 2;
}
