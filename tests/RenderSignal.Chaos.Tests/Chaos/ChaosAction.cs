namespace RenderSignal.Chaos.Tests;

/// <summary>One thing that is done to a cluster.</summary>
/// <param name="Kind">What.</param>
/// <param name="At">When, since the begin of its round.</param>
/// <param name="Duration">How long what was ended or stopped stays so.</param>
internal sealed record ChaosAction(ActionKind Kind, TimeSpan At, TimeSpan Duration)
{
    public override string ToString() => $"{Kind} for {Duration.TotalSeconds:0.0} s";
}
