namespace Initiatives.Api.Features.Interchange;

/// <summary>Where an entry of an initiative's life stands in the file, so that it can be read again when its turn comes.</summary>
internal readonly record struct EntryRef(EntryList List, int Index, long Offset, int Length, int Initiative)
{
    public JsonPath Path => JsonPath.Root[Scan.NameOf(List)][Index];
}

/// <summary>An entry that is held in memory, with its place in its list.</summary>
internal readonly record struct Held<T>(T Entry, JsonPath Path);
