namespace Initiatives.Api.Workbooks;

/// <summary>How much of a workbook is taken in. Wide for what people keep by hand, narrow for what is made to do harm.</summary>
internal static class WorkbookLimits
{
    /// <summary>Bytes of the file as it is sent.</summary>
    public const int File = 2 * 1024 * 1024;

    /// <summary>Bytes of all its parts, unpacked: a zip bomb is some thousand times its size.</summary>
    public const long Unpacked = 32 * 1024 * 1024;

    /// <summary>Parts in the package; a workbook of one sheet has a dozen.</summary>
    public const int Parts = 200;

    /// <summary>Rows under the headings.</summary>
    public const int Rows = 1000;

    /// <summary>Columns that are looked at; a heading further right is told of as too many.</summary>
    public const int Columns = 50;

    /// <summary>Errors that are told at once: a sheet that is wrong in every row is wrong in one way.</summary>
    public const int Told = 100;
}
