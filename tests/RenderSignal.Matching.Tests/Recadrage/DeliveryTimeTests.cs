using System.Text.RegularExpressions;
using CsCheck;

namespace RenderSignal.Matching.Tests.Recadrage;

public sealed class DeliveryTimeTests
{
    private const string A = "[àa]";

    private const string Blanks = @"[\s\u001C-\u001F]+";

    private static readonly Gen<string> Texts = Gen.OneOf(
            "à", "À", "a", "A", "a\u0300", " ", " ", " ", "\u00A0", "\n", "faire", "FAIRE", "pour", "le", "LE", "à faire pour ", "à faire pour le ", " à ",
            "1/2/2026", "01/12/2026", "1/", "2026", "1", "12", "345", "h", "H", ":", "12h30", "1h", "9:05", "1:2", "x", "_", "é", "²", "٣", "\u0301", ".", "😀")
        .Array[0, 24].Select(string.Concat);

    [Theory]
    [InlineData("à faire pour le 5/11/2026 à 14h30", "le 05/11/2026 à 14h30")]
    [InlineData("A  FAIRE\npour\u00A0le 05/1/2026 à à 9h", "le 05/01/2026 à 09h00")]
    [InlineData("à faire pour le 5/11/2026 a 9:05", "le 05/11/2026 à 09h05")]
    [InlineData("à faire pour le 5/11/2026 à 9:5", null)]
    [InlineData("à faire pour le 5/11/26 à 14h30", null)]
    [InlineData("à faire pour 14h30min", "14h30")]
    [InlineData("voilà faire pour à 7h", "07h00")]
    [InlineData("à faire pour 99h99", "99h99")]
    [InlineData("afaire pour 14h30x", null)]
    [InlineData("a\u0300 faire pour 14h30x", null)]
    [InlineData("à faire pour 10h, à faire pour le 1/1/2026 à 8:00, à faire pour le 2/1/2026 à 9h", "le 02/01/2026 à 09h00")]
    [InlineData("à faire pour 10:15, à faire pour 11h", "11h00")]
    [InlineData("à faire pour le 9:30 à faire pour 12h", "12h00")]
    public void The_due_time_is_the_first_of_the_preferred_kind(string text, string? expected) =>
        Assert.Equal(expected, DueTime.Find(text)?.ToString());

    [Theory]
    [InlineData("vers 14h30.", "14h30")]
    [InlineData("7h", "07h00")]
    [InlineData("7H5", "07h05")]
    [InlineData("(9:05)", "09h05")]
    [InlineData("9:05 ou 10h", "10h00")]
    [InlineData("9:05 ou 10:00", "09h05")]
    [InlineData("14h30min", null)]
    [InlineData("114h30", null)]
    [InlineData("x14h", null)]
    [InlineData("²14h", null)]
    [InlineData("14h300", null)]
    [InlineData("9:5", null)]
    [InlineData("1\u0664h", null)]
    [InlineData("h", null)]
    [InlineData("", null)]
    public void A_lone_time_stands_between_other_characters_than_those_of_words(string text, string? expected) =>
        Assert.Equal(expected, LoneTime.Find(text)?.ToString());

    [Fact]
    public void Any_text_yields_the_due_time_that_the_rule_says() =>
        Texts.Sample(text => DueTime.Find(text)?.ToString() == DueTimeByTheRule(text), iter: 50_000);

    [Fact]
    public void Any_text_yields_the_lone_time_that_the_rule_says() =>
        Texts.Sample(text => LoneTime.Find(text)?.ToString() == LoneTimeByTheRule(text), iter: 50_000);

    private static string? DueTimeByTheRule(string text)
    {
        const string Dated = $"{A}{Blanks}faire{Blanks}pour{Blanks}le{Blanks}([0-9]{{1,2}})/([0-9]{{1,2}})/([0-9]{{4}}){Blanks}{A}{Blanks}(?:{A}{Blanks})?";
        const string Undated = $"{A}{Blanks}faire{Blanks}pour{Blanks}(?:{A}{Blanks})?()()()";
        return new[] { Dated + "([0-9]{1,2})h([0-9]{0,2})", Dated + "([0-9]{1,2}):([0-9]{2})", Undated + "([0-9]{1,2})h([0-9]{0,2})", Undated + "([0-9]{1,2}):([0-9]{2})" }
            .Select(pattern => First(pattern, text))
            .FirstOrDefault(found => found is not null);
    }

    private static string? LoneTimeByTheRule(string text)
    {
        const string Word = @"[\p{L}\p{N}_]";
        return First($"(?<!{Word})()()()([0-9]{{1,2}})h([0-9]{{0,2}})(?!{Word})", text)
            ?? First($"(?<!{Word})()()()([0-9]{{1,2}}):([0-9]{{2}})(?!{Word})", text);
    }

    /// <param name="pattern">A pattern with the groups day, month, year, hour and minute.</param>
    /// <param name="text">The text to look in.</param>
    private static string? First(string pattern, string text)
    {
        var match = Regex.Match(text, pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        string Two(int group) => match.Groups[group].Value.PadLeft(2, '0');

        return !match.Success ? null
            : match.Groups[1].Length > 0 ? $"le {Two(1)}/{Two(2)}/{match.Groups[3].Value} à {Two(4)}h{Two(5)}"
            : $"{Two(4)}h{Two(5)}";
    }
}
