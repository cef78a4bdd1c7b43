using System.Globalization;
using NodaTime;

namespace RenderSignal.Abstractions.Tests;

/// <summary>What stands in the detail of a decision, by name.</summary>
public sealed class DetailValuesTests
{
    [Fact]
    public void An_excluded_keyword_is_named() =>
        Tells(new Deciding { Preferences = new() { ExcludeKeywords = ["BONJOUR"] } }, "contains 'BONJOUR'", ("keyword", "BONJOUR"));

    [Fact]
    public void A_size_is_told_with_its_limit() => Tells(
        new Deciding { Email = Mails.Envelope(size: 5 * 1024 * 1024 * 3 / 2), Preferences = new() { MaxEmailSizeMb = 5 } },
        "7.5 MB, max_email_size_mb is 5",
        ("size_mb", "7.5"),
        ("limit_mb", "5"));

    [Fact]
    public void A_pause_is_told_with_its_end() => Tells(
        new Deciding { NotBefore = Instant.FromUtc(2026, 11, 4, 9, 30) }, "not before 2026-11-04T09:30:00Z", ("until", "2026-11-04T09:30:00Z"));

    [Theory]
    [InlineData(true, "PRESENCE_TRUE_MAKE_WEBHOOK_URL")]
    [InlineData(false, "PRESENCE_FALSE_MAKE_WEBHOOK_URL")]
    public void A_missing_hook_is_told_by_its_variable(bool flag, string variable) => Tells(
        Deciding.Presence.With(webhooks => webhooks with { PresenceFlag = flag, PresenceTrueUrl = null, PresenceFalseUrl = null }),
        $"{variable} is not set",
        ("variable", variable));

    [Fact]
    public void A_missing_receiver_is_told_by_its_variable() =>
        Tells(new Deciding().With(webhooks => webhooks with { Url = null }), "WEBHOOK_URL is not set", ("variable", "WEBHOOK_URL"));

    [Fact]
    public void Sending_that_is_switched_off_is_told_by_the_switch() => Tells(
        new Deciding().With(webhooks => webhooks with { SendingEnabled = false }), "webhook_sending_enabled is off", ("setting", "webhook_sending_enabled"));

    [Fact]
    public void An_hourly_limit_is_told_with_the_sends_of_the_hour() => Tells(
        new Deciding { SendsLastHour = 6, Preferences = new() { RateLimitPerHour = 5 } }, "rate_limit_per_hour is 5", ("count", "6"), ("limit", "5"));

    [Fact]
    public void A_reason_that_says_it_all_has_none() => Tells(new Deciding().WithSubject("Re: Bonjour"), null);

    [Fact]
    public void Values_are_told_alike_in_every_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fr-FR");
            A_size_is_told_with_its_limit();
            A_pause_is_told_with_its_end();
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void A_reason_in_words_has_the_name_of_the_reason_and_the_values_of_its_detail()
    {
        var decision = (new Deciding { Preferences = new() { ExcludeKeywords = ["bonjour"] } }).Decide();

        var phrase = ReasonText.PhraseFor(decision);

        Assert.Equal(("excluded_keyword", "an excluded keyword (contains 'bonjour')"), (phrase.Code, phrase.English));
        Assert.Equal(decision.DetailValues, phrase.Values);
    }

    private static void Tells(Deciding mail, string? detail, params (string Name, string Value)[] values)
    {
        var decision = mail.Decide();

        Assert.Equal(detail, decision.Detail);
        Assert.Equal(values.ToDictionary(value => value.Name, value => value.Value), decision.DetailValues);
    }
}
