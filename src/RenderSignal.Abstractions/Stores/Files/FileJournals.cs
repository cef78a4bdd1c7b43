using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;

namespace RenderSignal;

/// <summary>Journals in the data folder, one file <c>NAME.jsonl</c> for each.</summary>
internal sealed class FileJournals(DataFolder folder, ComponentBoard board, ILogger<FileJournals> logger) : IJournals, IDisposable
{
    // Accents as they are: people read these files.
    private static readonly StoreJson Json =
        new(new JsonSerializerOptions(StoreJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private readonly List<IDisposable> _journals = [];

    public IJournal<TState, TLine> Open<TState, TLine>(string name, Func<TState> empty)
        where TState : class, IJournalState<TLine>
    {
        var type = (JsonTypeInfo<TLine>)(Json.GetTypeInfo(typeof(TLine))
            ?? throw new InvalidOperationException($"{nameof(StoreJson)} does not know {typeof(TLine).Name}."));
        var journal = new FileJournal<TState, TLine>(folder, $"{name}.jsonl", type, empty, board, logger);
        lock (_journals)
        {
            _journals.Add(journal);
        }

        return journal;
    }

    public void Dispose()
    {
        lock (_journals)
        {
            _journals.ForEach(journal => journal.Dispose());
        }
    }
}
