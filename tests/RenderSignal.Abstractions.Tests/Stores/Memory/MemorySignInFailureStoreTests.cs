using System.Globalization;

namespace RenderSignal.Abstractions.Tests;

public sealed class MemorySignInFailureStoreTests() : SignInFailureStoreContract<MemorySignInFailureHost>(new())
{
    [Fact]
    public void A_flood_of_invented_users_neither_fills_the_memory_nor_ends_a_lock()
    {
        var table = new FailureTable(TimeSpan.FromHours(1));
        var locked = table.Get("locked", TimeSpan.Zero);
        for (var i = 0; i < 5; i++)
        {
            locked.Add(TimeSpan.Zero);
        }

        for (var i = 0; i < FailureTable.MaxEntries + 100; i++)
        {
            table.Get(i.ToString(CultureInfo.InvariantCulture), TimeSpan.FromSeconds(1)).Add(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(TimeSpan.FromMinutes(1), table.Get("locked", TimeSpan.FromSeconds(1)).LockedUntil);
        var remembered = Enumerable.Range(0, FailureTable.MaxEntries + 100)
            .Count(i => table.Get(i.ToString(CultureInfo.InvariantCulture), TimeSpan.FromSeconds(1)).Last > TimeSpan.Zero);
        Assert.InRange(remembered, FailureTable.MaxEntries - 200, FailureTable.MaxEntries - 1);
    }
}
