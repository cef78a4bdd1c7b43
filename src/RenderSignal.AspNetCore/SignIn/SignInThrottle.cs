using System.Net;
using System.Net.Sockets;

namespace RenderSignal.AspNetCore;

/// <summary>
/// Slows down who guesses passwords. Five failures from one address within a minute lock that address for a minute, and each further
/// lock lasts twice as long, up to an hour. Five failures for one user, from whatever addresses, lock that user for a minute, and never
/// longer: anybody could keep the operator out otherwise. After an hour without a failure all is forgotten. In memory.
/// </summary>
internal sealed class SignInThrottle(TimeProvider time)
{
    public const int MaxFailures = 5;

    public static readonly TimeSpan FirstLock = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LongestLock = TimeSpan.FromHours(1);

    private readonly long _start = time.GetTimestamp();
    private readonly Lock _sync = new();
    private readonly FailureTable _addresses = new(LongestLock);
    private readonly FailureTable _users = new(FirstLock);

    /// <summary>
    /// To be called before a password is looked at. The attempt counts as a failure until <see cref="Succeed"/> is called: many at once
    /// would otherwise all be let in before the first of them has failed.
    /// </summary>
    public SignInAttempt Begin(IPAddress? address, string user)
    {
        lock (_sync)
        {
            var now = time.GetElapsedTime(_start);
            var (ofAddress, ofUser) = (_addresses.Get(KeyOf(address), now), _users.Get(KeyOf(user), now));
            var wait = Max(ofAddress.LockedUntil, ofUser.LockedUntil) - now;
            if (wait > TimeSpan.Zero)
            {
                return new(wait);
            }

            return new(Wait: null, ofAddress.Add(now), ofUser.Add(now));
        }
    }

    /// <summary>Forgets the failures of an address and a user.</summary>
    public void Succeed(IPAddress? address, string user)
    {
        lock (_sync)
        {
            _addresses.Forget(KeyOf(address));
            _users.Forget(KeyOf(user));
        }
    }

    // Of IPv6 the network: whoever has one address of it has 2^64.
    private static string KeyOf(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes(), 0, 8),
        _ => address.ToString(),
    };

    private static string KeyOf(string user) => user.Length > MaxUserLength ? user[..MaxUserLength] : user;

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private const int MaxUserLength = 100;
}
