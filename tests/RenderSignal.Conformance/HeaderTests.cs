using System.Text;
using MimeKit;

namespace RenderSignal.Conformance;

public sealed class HeaderTests
{
    [Theory(SkipTestWithoutData = true), MemberData(nameof(Cases.Of), "headers", MemberType = typeof(Cases))]
    public void A_recorded_header_is_read_as_recorded(string line)
    {
        var recorded = Cases.Parse(line);
        var expected = (string)recorded.Expected()!;
        switch (recorded.Text("kind"))
        {
            case "sender":
                Assert.Equal(expected, new EmailEnvelope { Uid = new(1, 1), From = recorded.Text("value") }.Sender);
                break;
            case "header":
                Assert.Equal(expected, Decode(recorded.Text("value")));
                break;
            case "email_id":
                Assert.Equal(expected, EmailIdentity.ComputeId(recorded.Text("message_id"), recorded.Text("subject"), recorded.Text("date")));
                break;
            case var unknown:
                Assert.Fail($"No rule is known for the kind '{unknown}'.");
                break;
        }
    }

    /// <summary>As the mailbox decodes a subject.</summary>
    private static string Decode(string raw) => HeaderList.Load(new MemoryStream(Encoding.UTF8.GetBytes($"Subject: {raw}\r\n\r\n")))[HeaderId.Subject]!;
}
