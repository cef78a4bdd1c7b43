namespace RenderSignal.Matching;

/// <summary>The subjects of Média Solution's recadrage missions (REFERENCE section 2).</summary>
internal static class MissionSubject
{
    /// <param name="subject">A subject in lower case, without accents.</param>
    public static bool IsMission(ReadOnlySpan<char> subject) =>
        subject.Contains("media solution", StringComparison.Ordinal)
        && subject.Contains("missions recadrage", StringComparison.Ordinal)
        && subject.Contains("lot", StringComparison.Ordinal);
}
