// What a form over a settings document knows, and how that changes: without the network, and without the page.

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/**
 * `base` is what the server has, `changes` what was typed and not saved. When somebody else saves the document meanwhile, `base` follows;
 * a field that both changed keeps what was typed here and is named in `conflicts` with what the other wrote. `leftOut` has the entries of
 * lists that the server did not take when it took the others. `generation` counts saves and discards: a control forgets then what it keeps
 * to itself.
 */
export const empty = {
  base: null, version: null, changes: {}, errors: {}, conflicts: {}, leftOut: {}, outcome: null, isSaving: false, loadError: null, generation: 0,
};

/** Somebody typed. */
export function edited({ base, changes, errors, conflicts, leftOut, isSaving }, field, value) {
  const { [field]: _, ...others } = changes;
  const isBack = same(base[field], value);
  return {
    // While a save is on its way, what was there before it is a change, too.
    changes: isBack && !isSaving ? others : { ...others, [field]: value },
    errors: { ...errors, [field]: undefined },
    conflicts: isBack ? { ...conflicts, [field]: undefined } : conflicts,
    leftOut: { ...leftOut, [field]: undefined },
    outcome: null,
  };
}

/** The server told what it has now. */
export function rebased(current, { settings, version }) {
  const { base, changes, conflicts, outcome } = current;
  const kept = onlyChanges(changes, settings);
  const theirs = base === null ? [] : Object.keys(settings).filter((field) => !same(settings[field], base[field]));
  const isForeign = theirs.some((field) => !same(settings[field], changes[field]));
  return {
    base: settings,
    version,
    changes: kept,
    conflicts: {
      ...pick(conflicts, (field) => field in kept),
      ...Object.fromEntries(theirs.filter((field) => field in kept).map((field) => [field, settings[field]])),
    },
    outcome: isForeign ? { kind: 'changed-elsewhere' } : settled(outcome, kept),
    loadError: null,
  };
}

/** The server took the changes. What was typed while they were on their way stays. */
export function afterSave({ changes, generation }, { settings, version, remarks }, sent) {
  const kept = pick(onlyChanges(changes, settings), (field, value) => !same(sent[field], value));
  const leftOut = pick(Object.fromEntries(Object.entries(sent).map(([field, value]) => [field, missing(value, settings[field])])), (_, entries) => entries.length > 0);
  return {
    base: settings,
    version,
    changes: kept,
    conflicts: {},
    leftOut,
    outcome: { kind: 'saved', remarks: (remarks ?? []).filter((remark) => !Object.keys(leftOut).some((field) => remark.startsWith(`${field} `))) },
    generation: Object.keys(kept).length === 0 ? generation + 1 : generation,
  };
}

// Of a save without an answer nobody knew what became of it; now it shows.
function settled(outcome, kept) {
  if (outcome?.kind !== 'no-answer' && outcome?.kind !== 'signed-out') {
    return outcome;
  }
  return Object.keys(kept).length === 0 ? { kind: 'saved', remarks: [] } : null;
}

function missing(sent, settled) {
  if (!Array.isArray(sent) || !Array.isArray(settled)) {
    return [];
  }
  const known = new Set(settled.map(plain));
  return sent.filter((entry) => !known.has(plain(entry)));
}

const plain = (entry) => String(entry).trim().toLowerCase();

const onlyChanges = (changes, settings) => pick(changes, (field, value) => !same(settings[field], value));

const pick = (fields, keep) => Object.fromEntries(Object.entries(fields).filter(([field, value]) => keep(field, value)));
