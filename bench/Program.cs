using Initiatives.Bench;
using Initiatives.Bench.Append;

// One verb per measurement; the last line of each is the number its bar is held against.
return args switch
{
    ["pack", ..] => await PackBench.Run(),
    ["board"] => await BoardBench.RunAsync(),
    ["append"] => await AppendBench.RunAsync(Pace.Full),
    ["append", "--quick"] => await AppendBench.RunAsync(Pace.Quick),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("bench/run pack\nbench/run board\nbench/run append [--quick]");
    return 2;
}
