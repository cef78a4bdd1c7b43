using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace RenderSignal.Webhooks.Tests;

public sealed class ConfigureMakeApiOptionsTests
{
    [Fact]
    public async Task What_cannot_be_understood_is_named_at_start_and_no_address_is_shown()
    {
        await using var sending = new Sending(variables:
        [
            ("MAKE_API_HOST", "http://eu1.make.com"),
            ("MAKE_API_AUTH_TYPE", "Basic"),
            ("MAKE_WEBHOOK_CONTROL_URL", "http://hook.example.test/secret-token"),
            ("MAKE_SCENARIO_ID_RECADRAGE", "7/../8"),
        ]);

        var exception = Assert.Throws<OptionsValidationException>(sending.Services.GetRequiredService<IStartupValidator>().Validate);

        Assert.Equal(
            [
                "MAKE_API_HOST is 'http://eu1.make.com': write a host such as eu1.make.com.",
                "MAKE_API_AUTH_TYPE is 'Basic': write Token or Bearer.",
                "MAKE_WEBHOOK_CONTROL_URL is 'http://hook.example.test/***': write an https address.",
                "MAKE_SCENARIO_ID_RECADRAGE is '7/../8': write a whole number from 1 to 2147483647.",
            ],
            exception.Failures);
    }

    [Fact]
    public async Task Defaults_are_those_of_the_reference()
    {
        await using var sending = new Sending();

        var options = sending.Services.GetRequiredService<IOptions<MakeApiOptions>>().Value;

        Assert.Equal(new Uri("https://eu1.make.com"), options.Host);
        Assert.Equal("Token", options.AuthType);
        Assert.Empty(options.Scenarios);
        Assert.False(options.BackgroundTasks);
    }
}
