using Polly;
using Polly.Retry;

namespace RenderSignal.Webhooks;

/// <summary>The patience of a send: a time-out around each try, and another try after what may pass.</summary>
internal static class SendPipeline
{
    public static ResiliencePipeline<SendTry> Build(SendPlan plan, TimeSpan maxRetryAfterWait, TimeProvider time)
    {
        var builder = new ResiliencePipelineBuilder<SendTry> { TimeProvider = time };
        if (plan.Tries > 1)
        {
            builder.AddRetry(new RetryStrategyOptions<SendTry>
            {
                MaxRetryAttempts = plan.Tries - 1,
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is { } exception
                    ? ConnectionFailure.Is(exception, args.Context.CancellationToken)
                    : args.Outcome.Result is { Verdict.Retry: true } result && !(result.Answer.RetryAfter > maxRetryAfterWait)),
                DelayGenerator = args => ValueTask.FromResult<TimeSpan?>(
                    args.Outcome.Result?.Answer.RetryAfter is { } wait && wait > plan.Pause ? wait : plan.Pause),
            });
        }

        return builder.AddTimeout(plan.Timeout).Build();
    }
}
