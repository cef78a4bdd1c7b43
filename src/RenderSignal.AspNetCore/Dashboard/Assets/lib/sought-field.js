import { address } from './address.js';
import { useEffect } from './preact.js';
import { useStore } from './store.js';

const GIVE_UP_MS = 10000;
// In their order: a list's first button would take an entry out of it.
const CONTROLS = ['input[type=radio]:checked', 'input:not([disabled]), select:not([disabled]), textarea:not([disabled])', 'button:not([disabled])'];

/** Focuses the field that the address names (`#/preferences/rate_limit_per_hour`), once its tab has loaded. */
export function useSoughtField() {
  const { tab, part } = useStore(address);
  useEffect(() => (part && tab !== 'overview' ? seek(part) : undefined), [tab, part]);
}

function seek(name) {
  const selector = `[data-field="${CSS.escape(name)}"]`;
  const observer = new MutationObserver(look);
  const timer = setTimeout(stop, GIVE_UP_MS);

  function stop() {
    observer.disconnect();
    clearTimeout(timer);
    removeEventListener('pointerdown', stop);
    removeEventListener('keydown', stop);
  }

  function look() {
    const field = document.querySelector(selector);
    if (field) {
      stop();
      field.scrollIntoView({ block: 'center' });
      const control = CONTROLS.map((kind) => field.querySelector(kind)).find(Boolean);
      control?.focus({ preventScroll: true });
      if (control?.matches('input[type=text]')) {
        control.select(); // what is typed takes the place of what stands there
      }
    }
  }

  // Whoever does something else meanwhile is not to be torn away from it.
  addEventListener('pointerdown', stop);
  addEventListener('keydown', stop);
  observer.observe(document.body, { childList: true, subtree: true });
  look();
  return stop;
}
