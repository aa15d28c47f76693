using Initiatives.Bench;

// One verb per measurement; the last line of each is the number its bar is held against.
return args switch
{
    ["pack", ..] => await PackBench.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("bench/run pack");
    return 2;
}
