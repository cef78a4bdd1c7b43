namespace RenderSignal.Abstractions.Tests;

public sealed class WebhookAddressTests
{
    [Theory]
    [InlineData("https://hook.example.test/key", "https://hook.example.test/***")]
    [InlineData("https://user:password@hook.example.test/key", "https://hook.example.test/***")]
    [InlineData("https://hook.example.test:8443/key?token=key#key", "https://hook.example.test:8443/***")]
    [InlineData("https://hook.example.test:443", "https://hook.example.test/***")]
    [InlineData("http://[::1]:5000/key", "http://[::1]:5000/***")]
    [InlineData("HTTPS://HOOK.EXAMPLE.TEST/KEY", "https://hook.example.test/***")]
    [InlineData("javascript:key", "***")]
    [InlineData("/key", "***")]
    [InlineData("key@hook.eu2.make.com", "***")]
    [InlineData("key", "***")]
    [InlineData("", "***")]
    public void Everything_after_the_host_is_hidden(string address, string masked) => Assert.Equal(masked, WebhookAddress.Mask(address));

    [Theory]
    [InlineData("https://hook.example.test/key", true)]
    [InlineData("https://hook.example.test:8443", true)]
    [InlineData("https://hook.example.test:0/key", false)]
    [InlineData("https://[fe80::1]/key", true)]
    [InlineData("https://[fe80::1%25eth0]/key", false)]
    [InlineData("https://[fe80::1%3]/key", false)]
    [InlineData("http://localhost:5000/hook", true)]
    [InlineData("http://127.0.0.1/hook", true)]
    [InlineData("http://[::1]:5000/hook", true)]
    [InlineData("http://hook.example.test/key", false)]
    [InlineData("http://localhost.example.test/key", false)]
    [InlineData("http://127.0.0.1.example.test/key", false)]
    [InlineData("http://localhost@hook.example.test/key", false)]
    [InlineData("ftp://localhost/key", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("//hook.example.test/key", false)]
    [InlineData("/hook", false)]
    [InlineData("https://", false)]
    [InlineData("https:///key", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Mails_may_go_by_https_anywhere_and_by_http_on_loopback(string? address, bool isAllowed) =>
        Assert.Equal(isAllowed, WebhookAddress.IsAllowed(address));

    [Theory]
    [InlineData("abc-DEF_1.2~3", "https://hook.eu2.make.com/abc-DEF_1.2~3")]
    [InlineData(" abc@hook.eu2.make.com ", "https://hook.eu2.make.com/abc")]
    [InlineData("abc@HOOK.EU1.make.com", "https://hook.eu1.make.com/abc")]
    [InlineData("abc@hook.us1.make.com", "https://hook.us1.make.com/abc")]
    [InlineData("abc@hook.us2.make.com", "https://hook.us2.make.com/abc")]
    [InlineData("https://make.example.test/abc", "https://make.example.test/abc")]
    [InlineData("HTTP://make.example.test/abc", "HTTP://make.example.test/abc")]
    [InlineData("abc@hook.example.test", null)]
    [InlineData("abc@", null)]
    [InlineData("@hook.eu2.make.com", null)]
    [InlineData("a@b@hook.eu2.make.com", null)]
    [InlineData("abc/def", null)]
    [InlineData("abc def", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_hook_of_Make_is_read_as_operators_write_it(string? text, string? address) =>
        Assert.Equal(address, WebhookAddress.NormalizeMakeHook(text));
}
