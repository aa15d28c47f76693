namespace Initiatives.Api.Features.Shell.Forms;

/// <summary>A form as a page shows it; <c>PageForm</c> hands it down to its fields, which find their text and their error in it.</summary>
/// <param name="Action">The path it is sent to.</param>
/// <param name="Version">Of what the reader saw when the form was set: whoever sends it on an older one is told. Null where nothing can be older.</param>
public sealed record Form(Frame Frame, string Action, Fields Fields, FormErrors Errors, long? Version = null)
{
    public Texts Texts => Frame.Texts;
}
