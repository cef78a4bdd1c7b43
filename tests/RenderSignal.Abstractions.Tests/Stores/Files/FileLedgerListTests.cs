namespace RenderSignal.Abstractions.Tests;

public sealed class FileLedgerListTests() : LedgerListContract<StoreHost>(new(StoreKind.Files));
