import { ApiError } from './api.js';
import { useState } from './preact.js';

const idle = { isRunning: false, data: null, error: null };

/**
 * Something that is done when somebody asks for it: `{run, reset, isRunning, data, error}`. What came of the last run stays until the next.
 * @param {function} act Returns a promise of `data`; an ApiError becomes `error`.
 */
export function useAction(act) {
  const [state, setState] = useState(idle);

  async function run(...what) {
    setState({ ...idle, isRunning: true });
    try {
      setState({ ...idle, data: await act(...what) });
    } catch (error) {
      setState({ ...idle, error });
      if (!(error instanceof ApiError)) {
        throw error;
      }
    }
  }

  return { ...state, run, reset: () => setState(idle) };
}
