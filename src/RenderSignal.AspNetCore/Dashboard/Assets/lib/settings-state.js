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

/**
 * The server told what it has now. Of a secret it shows the host alone: when the document has changed and nothing that is shown has, what
 * somebody wrote here may be what changed.
 */
export function rebased(current, { settings, version }, secrets = []) {
  const { base, outcome } = current;
  const hasChanged = base !== null && version !== current.version;
  const stored = hasChanged && isUnanswered(outcome) ? secretsStored(current.changes, settings, secrets) : [];
  const changes = pick(current.changes, (field) => !stored.includes(field));
  const kept = onlyChanges(changes, settings);
  const shown = base === null ? [] : Object.keys(settings).filter((field) => !same(settings[field], base[field]) && !stored.includes(field));
  const theirs = hasChanged && shown.length === 0 && stored.length === 0 ? secrets.filter((field) => field in kept) : shown;
  const isForeign = theirs.some((field) => !same(settings[field], changes[field]));
  return {
    base: settings,
    version,
    changes: kept,
    conflicts: {
      ...pick(current.conflicts, (field) => field in kept),
      ...Object.fromEntries(theirs.filter((field) => field in kept).map((field) => [field, settings[field]])),
    },
    outcome: isForeign ? { kind: 'changed-elsewhere' } : settled(outcome, kept),
    loadError: null,
  };
}

/** The server took the changes. What was typed while they were on their way stays. */
export function afterSave({ changes, generation }, { settings, version, remarks = [], left_out: leftOut = {} }, sent) {
  const kept = pick(onlyChanges(changes, settings), (field, value) => !same(sent[field], value));
  return {
    base: settings,
    version,
    changes: kept,
    conflicts: {},
    leftOut,
    // What was left out is told at its field.
    outcome: { kind: 'saved', remarks: Object.keys(leftOut).length === 0 ? remarks : [] },
    generation: Object.keys(kept).length === 0 ? generation + 1 : generation,
  };
}

const isUnanswered = (outcome) => outcome?.kind === 'no-answer' || outcome?.kind === 'signed-out';

/** Which typed secrets a save without an answer has stored, as far as it shows: a save stores all or nothing. */
function secretsStored(changes, settings, secrets) {
  const typed = Object.keys(changes).filter((field) => secrets.includes(field));
  const isStored = Object.entries(changes).every(([field, value]) => same(settings[field], value) || (typed.includes(field) && isMaskOf(settings[field], value)));
  return isStored ? typed : [];
}

/** Whether what is shown may be the address that was typed; a hook may be typed without its host. */
function isMaskOf(shown, typed) {
  if (typeof shown !== 'string' || typeof typed !== 'string') {
    return false;
  }
  const text = typed.trim();
  return shown.includes(URL.canParse(text) ? new URL(text).host : '.make.com');
}

// Of a save without an answer nobody knew what became of it; now it shows.
function settled(outcome, kept) {
  if (!isUnanswered(outcome)) {
    return outcome;
  }
  return Object.keys(kept).length === 0 ? { kind: 'saved', remarks: [] } : null;
}

const onlyChanges = (changes, settings) => pick(changes, (field, value) => !same(settings[field], value));

const pick = (fields, keep) => Object.fromEntries(Object.entries(fields).filter(([field, value]) => keep(field, value)));
