import { get, post } from './api.js';
import { onRecovery } from './connection.js';
import { onEvent } from './events.js';
import { useEffect, useRef, useState } from './preact.js';
import { phrase, t } from './texts.js';
import { markUnsaved } from './unsaved.js';

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/**
 * A settings document as a form edits it.
 *
 * `base` is what the server has, `changes` what was typed and not saved. When somebody else saves the document meanwhile, `base` follows;
 * a field that both changed keeps what was typed here and is named in `conflicts` with what the other wrote.
 */
const empty = { base: null, version: null, changes: {}, errors: {}, conflicts: {}, outcome: null, isSaving: false, loadError: null };

/** @param {string} name The document: `processing_prefs`. */
export function useSettings(name) {
  const path = `/api/settings/${name}`;
  const [state, setState] = useState(empty);
  const latest = useRef(state);
  latest.current = state;
  const update = (change) => {
    latest.current = { ...latest.current, ...change(latest.current) };
    setState(latest.current);
  };

  const load = () => get(path).then(
    (answer) => update((current) => rebase(current, answer)),
    (error) => update(() => ({ loadError: error })),
  );

  useEffect(() => {
    load();
    const endings = [
      onRecovery(load),
      onEvent('reset', load),
      onEvent('settings', (event) => event.document === name && !latest.current.isSaving && event.version !== latest.current.version && load()),
    ];
    return () => endings.forEach((end) => end());
  }, [name]);

  const isDirty = Object.keys(state.changes).length > 0;
  const identity = useRef({});
  useEffect(() => {
    markUnsaved(identity.current, isDirty);
    return () => markUnsaved(identity.current, false);
  }, [isDirty]);

  async function save() {
    const { changes, version } = latest.current;
    update(() => ({ isSaving: true, errors: {}, outcome: null }));
    try {
      const answer = await post(path, changes, { version });
      update((current) => ({
        ...rebase({ ...current, changes: without(current.changes, changes), conflicts: {} }, answer, { isOwn: true }),
        outcome: { kind: 'saved', remarks: answer.remarks ?? [] },
      }));
    } catch (error) {
      update((current) => (error.status === 412
        ? { ...rebase(current, error.body), outcome: { kind: 'changed-elsewhere' } }
        : { errors: error.field ? { [error.field]: explain(error) } : {}, outcome: { kind: error.isConnection ? 'no-answer' : 'refused', message: explain(error) } }));
    } finally {
      update(() => ({ isSaving: false }));
    }
  }

  return {
    name,
    ...state,
    isLoading: state.base === null,
    isDirty,
    values: { ...state.base, ...state.changes },
    set(field, value) {
      update(({ base, changes, errors, conflicts }) => {
        const { [field]: _, ...others } = changes;
        return {
          changes: same(base[field], value) ? others : { ...others, [field]: value },
          errors: { ...errors, [field]: undefined },
          conflicts: same(base[field], value) ? { ...conflicts, [field]: undefined } : conflicts,
          outcome: null,
        };
      });
    },
    discard: () => update(() => ({ changes: {}, errors: {}, conflicts: {}, outcome: null })),
    save,
  };
}

function rebase(current, { settings, version }, { isOwn = false } = {}) {
  const { base, changes, conflicts } = current;
  const kept = Object.fromEntries(Object.entries(changes).filter(([field, value]) => !same(settings[field], value)));
  const theirs = base === null || isOwn ? [] : Object.keys(settings).filter((field) => !same(settings[field], base[field]));
  return {
    ...current,
    base: settings,
    version,
    changes: kept,
    conflicts: { ...conflicts, ...Object.fromEntries(theirs.filter((field) => field in kept).map((field) => [field, settings[field]])) },
    outcome: theirs.length > 0 ? { kind: 'changed-elsewhere' } : current.outcome,
    loadError: null,
  };
}

/** What was typed while a save was on its way stays. */
function without(changes, saved) {
  return Object.fromEntries(Object.entries(changes).filter(([field, value]) => !same(saved[field], value)));
}

function explain(error) {
  return error.expected ? t('common.expected', { expected: phrase('expected', error.expected) }) : error.message;
}
