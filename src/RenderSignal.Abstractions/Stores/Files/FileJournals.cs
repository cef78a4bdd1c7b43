using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;

namespace RenderSignal;

/// <summary>Journals in the data folder, one file <c>NAME.jsonl</c> for each.</summary>
internal sealed class FileJournals(DataFolder folder, ComponentBoard board, ILogger<FileJournals> logger) : IJournals, IDisposable
{
    private readonly List<IDisposable> _journals = [];

    public bool AreDurable => true;

    public IJournal<TState, TLine> Open<TState, TLine>(string name, Func<TState> empty)
        where TState : class, IJournalState<TLine>
    {
        var type = (JsonTypeInfo<TLine>)(StoreJson.Readable.GetTypeInfo(typeof(TLine))
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
