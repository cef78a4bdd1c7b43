using System.Text;

namespace RenderSignal.Abstractions.Tests;

public sealed class FieldProblemTests
{
    [Theory]
    [InlineData("")]
    [InlineData("a")]
    public void A_long_value_is_shortened_between_two_characters(string shift)
    {
        var label = string.Concat(Enumerable.Repeat("\U0001F4E7", 12));
        var address = $"https://{shift}{string.Join('.', Enumerable.Repeat(label, 5))}.test/key";

        var problem = FieldProblem.Of("webhook_url", address, Expectations.ReceiverAddress, isAddress: true);

        Assert.StartsWith($"https://{shift}{label}", problem.Value, StringComparison.Ordinal);
        Assert.EndsWith("...", problem.Value, StringComparison.Ordinal);
        Assert.Equal(problem.Value, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(problem.Value)));
    }
}
