using System.Text;

namespace Initiatives.Api.Features.Interchange;

/// <summary>
/// Where in the document, as the reader of an error finds it: <c>$.initiatives[6].number</c>. A chain, so that the text
/// is only made for the few places that are wrong.
/// </summary>
internal sealed class JsonPath
{
    public static readonly JsonPath Root = new(null, null, -1);

    private readonly JsonPath? _parent;
    private readonly string? _name;
    private readonly int _index;

    private JsonPath(JsonPath? parent, string? name, int index) => (_parent, _name, _index) = (parent, name, index);

    public JsonPath this[string name] => new(this, name, -1);

    public JsonPath this[int index] => new(this, null, index);

    public override string ToString()
    {
        var text = new StringBuilder();
        Write(text);
        return text.ToString();
    }

    private void Write(StringBuilder text)
    {
        if (_parent is null)
        {
            text.Append('$');
            return;
        }
        _parent.Write(text);
        if (_name is null)
            text.Append('[').Append(_index).Append(']');
        else if (_name.Length > 0 && _name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            text.Append('.').Append(_name);
        else
            text.Append("['").Append(_name.Length > 60 ? _name[..60] + "…" : _name).Append("']");
    }
}
