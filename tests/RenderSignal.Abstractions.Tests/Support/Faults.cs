using System.Reflection;

namespace RenderSignal.Abstractions.Tests;

/// <summary>Decides by a seed which calls fail, before or after they took effect, and when the whole process dies.</summary>
public sealed class Faults(int seed)
{
    private readonly Random _random = new(seed);
    private bool _isDead;

    public bool AreOn { get; set; } = true;

    public bool IsUnlucky => AreOn && _random.Next(4) == 0;

    public void Restart() => _isDead = false;

    /// <summary>To be called before and after each effect.</summary>
    public void Strike()
    {
        if (!AreOn)
        {
            return;
        }

        // A dead process has no further effect on anything.
        if (_isDead || _random.Next(60) == 0)
        {
            _isDead = true;
            throw new IOException("killed");
        }

        if (_random.Next(15) == 0)
        {
            throw _random.Next(4) switch
            {
                0 => new IOException("disk full"),
                1 => new TimeoutException("too slow"),
                2 => new TaskCanceledException("not asked for"),
                _ => new MailboxUnavailableException("gone"),
            };
        }
    }

    public T Around<T>(T inner)
        where T : class
    {
        var proxy = DispatchProxy.Create<T, FaultyProxy>();
        ((FaultyProxy)(object)proxy).Setup(inner, this);
        return proxy;
    }

    /// <summary>The calls of an interface with faults around them. The runtime derives from it, so it is neither sealed nor internal.</summary>
    public class FaultyProxy : DispatchProxy
    {
        private object? _inner;
        private Faults? _faults;

        internal void Setup(object inner, Faults faults) => (_inner, _faults) = (inner, faults);

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            _faults!.Strike();
            var result = targetMethod!.Invoke(_inner, args);
            _faults.Strike();
            return result;
        }
    }
}
