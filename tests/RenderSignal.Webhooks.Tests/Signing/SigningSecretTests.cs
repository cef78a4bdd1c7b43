using System.Security.Cryptography;
using System.Text;

namespace RenderSignal.Webhooks.Tests;

public sealed class SigningSecretTests
{
    [Fact]
    public void The_example_of_the_specification_is_signed_as_it_says()
    {
        var secret = SigningSecret.TryParse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")!;

        var signature = secret.Sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, """{"test": 2432232314}"""u8);

        Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", signature);
    }

    [Fact]
    public void Text_without_the_prefix_counts_as_its_own_octets()
    {
        var signature = SigningSecret.TryParse("clé secrète")!.Sign("msg_1", 5, "{}"u8);

        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes("clé secrète"), Encoding.UTF8.GetBytes("msg_1.5.{}"));
        Assert.Equal($"v1,{Convert.ToBase64String(expected)}", signature);
    }

    [Theory]
    [InlineData("")]
    [InlineData("whsec_")]
    [InlineData("whsec_not*base64")]
    [InlineData("whsec_c2VjcmV0MQ")]
    public void A_text_without_a_key_is_refused(string text) => Assert.Null(SigningSecret.TryParse(text));
}
