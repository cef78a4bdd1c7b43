using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace RenderSignal.Webhooks.Tests;

public sealed class WebhooksOptionsTests
{
    [Fact]
    public async Task Variables_are_read_and_the_applications_own_choice_wins()
    {
        await using var sending = new Sending(
            options => options.SigningSecrets.Add("third"),
            variables: [("MAKECOM_API_KEY", " make-key "), ("WEBHOOK_SIGNING_SECRETS", "first,, second")]);

        var options = sending.Services.GetRequiredService<IOptions<WebhooksOptions>>().Value;

        Assert.Equal("make-key", options.MakeApiKey);
        Assert.Equal(["first", "second", "third"], options.SigningSecrets);
    }

    [Fact]
    public void Configuration_may_be_absent()
    {
        var services = new ServiceCollection();
        new RenderSignalBuilder(services).AddWebhooks();
        using var provider = services.BuildServiceProvider();

        Assert.Null(provider.GetRequiredService<IOptions<WebhooksOptions>>().Value.MakeApiKey);
    }

    [Fact]
    public void What_is_wrong_is_named_by_its_variable_at_start_and_no_secret_is_shown()
    {
        var services = new ServiceCollection();
        new RenderSignalBuilder(services).AddWebhooks(options =>
        {
            options.MakeApiKey = "hidden key";
            options.SigningSecrets = ["fine", "whsec_hidden!"];
            options.MaxRetryAfterWait = TimeSpan.FromHours(1);
            options.MakeTimeout = TimeSpan.Zero;
            options.MakeAttempts = 0;
        });
        using var provider = services.BuildServiceProvider();

        var exception = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IStartupValidator>().Validate);

        Assert.Equal(
            [
                "MAKECOM_API_KEY must be one word of ASCII characters: write the key as Make.com shows it, or leave the variable out.",
                "WEBHOOK_SIGNING_SECRETS: secret 2 holds no key: write whsec_ and base64, or any other text.",
                "WebhooksOptions.MaxRetryAfterWait is 01:00:00: write 0 to 10 minutes.",
                "WebhooksOptions.MakeTimeout is 00:00:00: write 1 second to 5 minutes.",
                "WebhooksOptions.MakeAttempts is 0: write 1 to 10.",
            ],
            exception.Failures);
    }
}
