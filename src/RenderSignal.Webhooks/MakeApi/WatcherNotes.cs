namespace RenderSignal.Webhooks;

/// <summary>Why no scenario is switched.</summary>
internal static class WatcherNotes
{
    public static Phrase NoBackgroundTasks { get; } =
        new("no_background_tasks", "this process has no background tasks (ENABLE_BACKGROUND_TASKS)");

    public static Phrase ApiKeyMissing { get; } = new("make_api_key_missing", "MAKECOM_API_KEY is not set");

    public static Phrase NoScenarioNamed { get; } = new("no_scenario_named", "no scenario is named (MAKE_SCENARIO_ID_…)");

    public static Phrase ProcessStops { get; } = new("process_stops", "this process stops");
}
