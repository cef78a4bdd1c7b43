using System.Text;

namespace RenderSignal.AspNetCore.Tests;

public sealed class AddressSealTests
{
    private const string Address = "https://hook.eu2.make.com/secret-token";

    [Fact]
    public void What_was_sealed_is_opened_with_the_same_passphrase_by_another_process()
    {
        var text = new AddressSeal("crème brûlée").Seal("webhook_url", Address);

        Assert.Equal(Address, new AddressSeal("crème brûlée".Normalize(NormalizationForm.FormD)).Open("webhook_url", text));
    }

    [Fact]
    public void Another_passphrase_or_another_field_opens_nothing()
    {
        var text = new AddressSeal("passphrase").Seal("webhook_url", Address);

        Assert.Null(new AddressSeal("Passphrase").Open("webhook_url", text));
        Assert.Null(new AddressSeal("passphrase").Open("presence_true_url", text));
    }

    [Fact]
    public void An_altered_octet_anywhere_opens_nothing()
    {
        var seal = new AddressSeal("passphrase");
        var octets = Convert.FromBase64String(seal.Seal("webhook_url", Address));
        int[] altered = [1, 16, 17, 28, 29, 44, 45, octets.Length - 1]; // the first and last octet of salt, nonce, tag and address

        Assert.All(altered, index =>
        {
            var copy = (byte[])octets.Clone();
            copy[index] ^= 1;
            Assert.Null(seal.Open("webhook_url", Convert.ToBase64String(copy)));
        });
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64!")]
    [InlineData("AQIDBA==")]
    public void What_was_never_sealed_is_told_apart(string text) =>
        Assert.Throws<FormatException>(() => new AddressSeal("passphrase").Open("webhook_url", text));

    [Fact]
    public void A_later_layout_is_told_apart()
    {
        var octets = Convert.FromBase64String(new AddressSeal("passphrase").Seal("webhook_url", Address));
        octets[0] = 2;

        Assert.Throws<FormatException>(() => new AddressSeal("passphrase").Open("webhook_url", Convert.ToBase64String(octets)));
    }
}
