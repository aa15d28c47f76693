using Initiatives.Api.Features.Shell;
using Initiatives.Api.Features.Shell.Forms;
using Initiatives.Api.Rights;

namespace Initiatives.Api.Features.Acts;

/// <summary>The form of an act, as it is set.</summary>
/// <param name="Asks">In the order they are asked.</param>
public sealed record ActView(Act Act, Form Form, IReadOnlyList<Ask> Asks)
{
    public Frame Frame => Form.Frame;

    public string Title => Frame.Texts[$"Act.{Act.Name}"];

    /// <summary>The forum in whose place the reader acts; null when they act in their own right.</summary>
    public string? OnBehalfOf => OnBehalf(Act);

    /// <summary>The form, filled in with what is known.</summary>
    public static ActView Of(Frame frame, Act act)
    {
        var fields = Fields.Of([]);
        act.Prefill(fields);
        return Of(frame, act, fields, FormErrors.None);
    }

    public static ActView Of(Frame frame, Act act, Fields fields, FormErrors errors) =>
        new(act, new Form(frame, frame.Link(act.Path), fields, errors, act.About.Version), [.. act.Asks(frame.Texts)]);

    public static string? OnBehalf(Act act) =>
        act.Forum is { } forum && act.About.Visit.Me is var me && me.Is(Role.Secretariat) && !me.Chairs(forum) ? act.About.Name(forum) : null;
}

/// <summary>Why an act cannot be done, or not by this reader, and where to go instead.</summary>
public sealed record ClosedAct(Frame Frame, Act Act, string Why);
