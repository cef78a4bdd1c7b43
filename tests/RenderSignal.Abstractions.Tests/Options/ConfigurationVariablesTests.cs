using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace RenderSignal.Abstractions.Tests;

public sealed class ConfigurationVariablesTests
{
    private readonly ConfigurationVariables _variables = new(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["BLANK"] = "  ",
        ["EMPTY"] = "",
        ["PADDED"] = " value ",
        ["LIST"] = " a,, b ,",
        ["SIGNED"] = "+7",
        ["HUGE"] = "99999999999",
        ["FRACTION"] = "1.5",
        ["GROUPED"] = "1,000",
    }).Build());

    [Fact]
    public void Text_is_the_first_that_is_set_and_not_blank()
    {
        Assert.Equal("value", _variables.Text("MISSING", "BLANK", "PADDED", "LIST"));
        Assert.Null(_variables.Text("MISSING", "BLANK", "EMPTY"));
        Assert.Null(_variables.Text());
    }

    [Fact]
    public void A_password_keeps_its_blanks()
    {
        Assert.Equal(" value ", _variables.Verbatim("PADDED"));
        Assert.Equal("  ", _variables.Verbatim("BLANK"));
        Assert.Null(_variables.Verbatim("EMPTY"));
        Assert.Null(_variables.Verbatim("MISSING"));
    }

    [Fact]
    public void A_list_loses_blanks_and_empty_parts()
    {
        Assert.Equal(["a", "b"], _variables.List("LIST"));
        Assert.Null(_variables.List("BLANK"));
    }

    [Fact]
    public void A_whole_number_is_within_its_bounds_both_inclusive()
    {
        Assert.Equal(7, _variables.WholeNumber("SIGNED", 7, 7));
        Assert.Null(_variables.WholeNumber("MISSING", 1, 2));
        Assert.Empty(_variables.Errors);

        Assert.Null(_variables.WholeNumber("SIGNED", 8, 9));
        Assert.Null(_variables.WholeNumber("SIGNED", 5, 6));
        Assert.Null(_variables.WholeNumber("HUGE", 0, int.MaxValue));
        Assert.Null(_variables.WholeNumber("FRACTION", 0, 9));
        Assert.Null(_variables.WholeNumber("GROUPED", 0, 9999));
        Assert.Equal(5, _variables.Errors.Count);
    }

    [Fact]
    public void All_that_was_rejected_is_named_at_once()
    {
        _variables.ThrowIfRejected(typeof(RenderSignalOptions));
        _variables.Switch("PADDED");
        _variables.Reject("OTHER", "***", "something else");

        var exception = Assert.Throws<OptionsValidationException>(() => _variables.ThrowIfRejected(typeof(RenderSignalOptions)));

        Assert.Equal(["PADDED is 'value': write true or false.", "OTHER is '***': write something else."], exception.Failures);
    }

    [Fact]
    public void Without_configuration_nothing_is_set()
    {
        var none = new ConfigurationVariables(null);

        Assert.Null(none.Text("PATH"));
        Assert.Null(none.Verbatim("PATH"));
        Assert.Null(none.List("PATH"));
        Assert.Null(none.Switch("PATH"));
    }

    [Theory]
    [InlineData(" TRUE ", true)]
    [InlineData("1", true)]
    [InlineData("yes", true)]
    [InlineData("Y", true)]
    [InlineData("on", true)]
    [InlineData("0", false)]
    [InlineData("False", false)]
    [InlineData("NO", false)]
    [InlineData("n", false)]
    [InlineData("off", false)]
    [InlineData("vrai", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_switch_is_read_as_operators_write_it(string? text, bool? expected)
    {
        Assert.Equal(expected ?? true, BooleanText.Parse(text, true));
        Assert.Equal(expected ?? false, BooleanText.Parse(text, false));
    }
}
