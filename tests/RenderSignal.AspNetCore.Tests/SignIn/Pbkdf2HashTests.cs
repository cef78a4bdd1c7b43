using System.Globalization;

namespace RenderSignal.AspNetCore.Tests;

public sealed class Pbkdf2HashTests
{
    [Fact]
    public void A_hash_is_text_that_no_shell_reads_otherwise_and_differs_each_time()
    {
        var hash = DashboardPassword.Hash("pw");

        Assert.Matches("^pbkdf2-sha512:210000:[A-Za-z0-9_-]{22}:[A-Za-z0-9_-]{86}$", hash);
        Assert.NotEqual(hash, DashboardPassword.Hash("pw"));
    }

    // Computed with Python's hashlib.pbkdf2_hmac.
    [Fact]
    public void A_hash_made_elsewhere_is_understood()
    {
        var hash = Pbkdf2Hash.TryParse("pbkdf2-sha512:1000:MDEyMzQ1Njc4OWFiY2RlZg:20MTVzg_n3H4pkjP7rPbs9uXGvJYlRG4j32EBHiNeegrbijWGjc63LMIJzA0jtIUGL4tJ0FCjR9uzA3gQvH7WA");

        Assert.NotNull(hash);
        Assert.True(hash.Verify("pässword"));
        Assert.False(hash.Verify("password"));
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        var hash = Pbkdf2Hash.Create("pw", Pbkdf2Hash.MinIterations);

        Assert.True(Pbkdf2Hash.TryParse($" {hash}\n")!.Verify("pw"));
    }

    [Theory]
    [InlineData("pw")]
    [InlineData("pbkdf2-sha256:1000:MDEyMzQ1Njc4OWFiY2RlZg:MDEyMzQ1Njc4OWFiY2RlZg")]
    [InlineData("pbkdf2-sha512:999:MDEyMzQ1Njc4OWFiY2RlZg:MDEyMzQ1Njc4OWFiY2RlZg")]
    [InlineData("pbkdf2-sha512:10000001:MDEyMzQ1Njc4OWFiY2RlZg:MDEyMzQ1Njc4OWFiY2RlZg")]
    [InlineData("pbkdf2-sha512:+1000:MDEyMzQ1Njc4OWFiY2RlZg:MDEyMzQ1Njc4OWFiY2RlZg")]
    [InlineData("pbkdf2-sha512:1000:MDEy:MDEyMzQ1Njc4OWFiY2RlZg")]
    [InlineData("pbkdf2-sha512:1000:MDEyMzQ1Njc4OWFiY2RlZg:MDEy")]
    [InlineData("pbkdf2-sha512:1000:MDEyMzQ1Njc4OWFiY2RlZg:%%%")]
    [InlineData("pbkdf2-sha512:1000:MDEyMzQ1Njc4OWFiY2RlZg")]
    public void What_is_no_hash_is_none(string text) => Assert.Null(Pbkdf2Hash.TryParse(text));

    [Fact]
    public void Numbers_are_written_alike_everywhere()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("ar-SA");
            Assert.StartsWith("pbkdf2-sha512:1000:", Pbkdf2Hash.Create("pw", 1000).ToString(), StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
