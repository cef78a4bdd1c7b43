import { ApiError } from './api.js';
import { useRef, useState } from './preact.js';

const idle = { isRunning: false, data: null, error: null };

/**
 * Something that is done when somebody asks for it: `{run, reset, isRunning, data, error}`. What came of the last run stays until the next;
 * what comes of an earlier one, or of one before a reset, is passed over.
 * @param {function} act Returns a promise of `data`; an ApiError becomes `error`.
 */
export function useAction(act) {
  const [state, setState] = useState(idle);
  const turn = useRef(0);

  async function run(...what) {
    const mine = ++turn.current;
    const end = (outcome) => mine === turn.current && setState({ ...idle, ...outcome });
    setState({ ...idle, isRunning: true });
    try {
      end({ data: await act(...what) });
    } catch (error) {
      end({ error });
      if (!(error instanceof ApiError)) {
        throw error;
      }
    }
  }

  function reset() {
    turn.current++;
    setState(idle);
  }

  return { ...state, run, reset };
}
