import { get, post } from './api.js';
import { onRecovery } from './connection.js';
import { onEvent } from './events.js';
import { useEffect, useLayoutEffect, useRef, useState } from './preact.js';
import { afterSave, edited, empty, rebased } from './settings-state.js';
import { refusal } from './texts.js';
import { markUnsaved } from './unsaved.js';

/**
 * A settings document as a form edits it.
 * @param {string} name The document: `processing_prefs`.
 * @param {object} [options] `together`: fields that are one setting for the server, which wants all of them or none. `secrets`: fields that the
 *   server shows masked.
 */
export function useSettings(name, { together = [], secrets = [] } = {}) {
  const path = `/api/settings/${name}`;
  const [state, setState] = useState(empty);
  const latest = useRef(state);
  // An answer that was asked for before the last save or load tells of an older document.
  const turn = useRef(0);
  const missed = useRef(null);
  const isLoading = useRef(false);
  const update = (change) => {
    latest.current = { ...latest.current, ...change(latest.current) };
    setState(latest.current);
  };

  function load() {
    if (latest.current.isSaving) {
      missed.current = 'unknown';
      return;
    }
    const mine = ++turn.current;
    const end = (change) => {
      if (mine === turn.current) {
        isLoading.current = false;
        update(change);
      }
    };
    isLoading.current = true;
    get(path).then((answer) => end((current) => rebased(current, answer, secrets)), (error) => end(() => ({ loadError: error })));
  }

  function follow({ document, version }) {
    if (document !== name || version === latest.current.version) {
      return;
    }
    if (latest.current.isSaving) {
      missed.current = version;
    } else {
      load();
    }
  }

  useEffect(() => {
    load();
    const endings = [onRecovery(load), onEvent('reset', load), onEvent('settings', follow)];
    return () => {
      turn.current++;
      endings.forEach((end) => end());
    };
  }, [name]);

  const isDirty = Object.keys(state.changes).length > 0;
  const identity = useRef({});
  useLayoutEffect(() => {
    markUnsaved(identity.current, isDirty);
    return () => markUnsaved(identity.current, false);
  }, [isDirty]);

  async function save() {
    const { base, changes, version, isSaving } = latest.current;
    if (isSaving || Object.keys(changes).length === 0) {
      return;
    }
    turn.current++;
    // What was to be loaded is loaded afterwards.
    missed.current = isLoading.current ? 'unknown' : null;
    isLoading.current = false;
    update(() => ({ isSaving: true, errors: {}, outcome: null }));
    const needsAll = together.some((field) => field in changes);
    const others = needsAll ? Object.fromEntries(together.map((field) => [field, base[field]])) : {};
    try {
      const answer = await post(path, { ...others, ...changes }, { version });
      update((current) => afterSave(current, answer, changes));
    } catch (error) {
      update((current) => (error.status === 412 && error.body.settings
        ? { ...rebased(current, error.body, secrets), outcome: { kind: 'changed-elsewhere' } }
        : failed(error)));
    } finally {
      update(() => ({ isSaving: false }));
    }
    if (missed.current !== null && missed.current !== latest.current.version) {
      load();
    }
  }

  return {
    name,
    ...state,
    isLoading: state.base === null,
    isDirty,
    values: { ...state.base, ...state.changes },
    set: (field, value) => update((current) => edited(current, field, value)),
    discard: () => update(({ generation }) => ({ changes: {}, errors: {}, conflicts: {}, outcome: null, generation: generation + 1 })),
    save,
    reload: load,
  };
}

function failed(error) {
  if (error.isConnection) {
    return { outcome: { kind: error.status === 401 ? 'signed-out' : 'no-answer' } };
  }
  const message = refusal(error);
  return { errors: error.field ? { [error.field]: message } : {}, outcome: { kind: 'refused', field: error.field, message } };
}
