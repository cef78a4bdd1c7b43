using System.Text;

namespace RenderSignal.TestKit;

/// <summary>The untagged responses to a command, gathered until its tagged one is known.</summary>
internal sealed class ImapReply
{
    private readonly StringBuilder _text = new();

    public void Untagged(string response) => _text.Append("* ").Append(response).Append("\r\n");

    /// <summary>The whole reply, ended by the tagged response.</summary>
    public string End(string tag, string result) => $"{_text}{tag} {result}\r\n";

    public override string ToString() => _text.ToString();
}
