using System.Text.RegularExpressions;

namespace RenderSignal.AspNetCore.Tests;

public sealed partial class TextsTests
{
    public static TheoryData<string> Languages => [.. DashboardFiles.All.Where(path => path.StartsWith("texts/", StringComparison.Ordinal)).Select(path => Path.GetFileNameWithoutExtension(path))];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_language_has_the_texts_of_English_with_the_same_places_for_values(string language)
    {
        var (english, other) = (DashboardFiles.Texts("en"), DashboardFiles.Texts(language));

        Assert.NotEmpty(english);
        Assert.Equal(english.Keys, other.Keys);
        foreach (var (key, text) in english)
        {
            // "One mail" in one language may be "1 mail" in the other.
            var but = key.EndsWith(".one", StringComparison.Ordinal) ? "{count}" : "";
            Assert.Equal((key, PlacesIn(text, but)), (key, PlacesIn(other[key], but)));
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_text_is_empty_or_has_blanks_around_it(string language) =>
        Assert.DoesNotContain(DashboardFiles.Texts(language), text => text.Value.Length == 0 || text.Value != text.Value.Trim());

    /// <summary>A no-break space stands inside « » and before : ; ? !, or the sign breaks over the line alone.</summary>
    [Fact]
    public void French_signs_stay_with_their_words() => Assert.DoesNotContain(DashboardFiles.Texts("fr"), text => LooseSign().IsMatch(text.Value));

    /// <summary>Advice and the table of an import lead to a field by its setting's name.</summary>
    [Theory]
    [InlineData("webhook_config.webhook_sending_enabled", "webhooks.config.sending")]
    [InlineData("webhook_config.webhook_ssl_verify", "webhooks.config.sslVerify")]
    [InlineData("webhook_config.webhook_url", "webhooks.addresses.receiver.label")]
    [InlineData("webhook_config.recadrage_webhook_url", "webhooks.addresses.recadrage.label")]
    [InlineData("webhook_config.autorepondeur_webhook_url", "webhooks.addresses.desabo.label")]
    [InlineData("webhook_config.presence_flag", "webhooks.config.presenceFlag")]
    [InlineData("webhook_config.presence_true_url", "webhooks.addresses.present.label")]
    [InlineData("webhook_config.presence_false_url", "webhooks.addresses.absent.label")]
    [InlineData("polling_config.enable_polling", "email.polling")]
    [InlineData("polling_config.sender_of_interest_for_polling", "email.senders.label")]
    [InlineData("polling_config.active_days", "email.schedule.days")]
    [InlineData("polling_config.enable_subject_group_dedup", "email.grouping.label")]
    [InlineData("documents.webhook_time_window", "webhooks.window.title")]
    public void A_setting_has_the_name_of_its_field(string setting, string label)
    {
        foreach (var texts in new[] { DashboardFiles.Texts("en"), DashboardFiles.Texts("fr") })
        {
            Assert.Equal(texts[label], texts[$"settings.{setting}"]);
        }
    }

    [Fact]
    public void Every_text_that_the_scripts_name_is_there()
    {
        var keys = DashboardFiles.Texts("en").Keys;
        var named = DashboardFiles.Scripts.SelectMany(path => TextKey().Matches(DashboardFiles.Read(path)), (path, match) => (path, key: match.Groups["key"].Value)).ToList();

        Assert.NotEmpty(named);
        Assert.DoesNotContain(named, use => !keys.Any(key => key == use.key || key.StartsWith(use.key + ".", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_text_is_named_by_a_script()
    {
        var scripts = string.Join('\n', DashboardFiles.Scripts.Select(DashboardFiles.Read));
        var whole = QuotedKey().Matches(scripts).Select(match => match.Groups["key"].Value).ToHashSet();
        var beginnings = BegunKey().Matches(scripts).Select(match => match.Groups["key"].Value).Distinct().ToList();

        Assert.DoesNotContain(DashboardFiles.Texts("en").Keys, key =>
            !key.StartsWith("page.", StringComparison.Ordinal) // those that need no script are a type of their own
            && !CodeGroups.Any(group => key.StartsWith(group + ".", StringComparison.Ordinal))
            && !whole.Any(used => key == used || key.StartsWith(used + ".", StringComparison.Ordinal))
            && !beginnings.Any(begun => key.StartsWith(begun, StringComparison.Ordinal)));
    }

    /// <summary>What the server names by code.</summary>
    private static readonly string[] CodeGroups = ["reason", "reasonDetail", "finding", "rule", "note", "expected", "tools.address.status"];

    private static string PlacesIn(string text, string but) =>
        string.Join(' ', Place().Matches(text).Select(match => match.Value).Where(place => place != but).Distinct().Order(StringComparer.Ordinal));

    /// <summary>A colon without a space may be part of what is quoted: <c>https:</c>, <c>09:30</c>, <c>Re:</c>.</summary>
    [GeneratedRegex(@"[^\u00A0][;?!»]|\s(?<!\u00A0):|«[^\u00A0]")]
    private static partial Regex LooseSign();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Place();

    /// <summary><c>t('form.save')</c></summary>
    [GeneratedRegex(@"\b(?:t|tryText)\('(?<key>[\w.]+)'")]
    private static partial Regex TextKey();

    /// <summary>A key may also stand in a table.</summary>
    [GeneratedRegex(@"'(?<key>\w+(?:\.\w+)+)'")]
    private static partial Regex QuotedKey();

    /// <summary><c>`tabs.${…}`</c></summary>
    [GeneratedRegex(@"`(?<key>\w+(?:\.\w+)*\.)\$\{")]
    private static partial Regex BegunKey();
}
