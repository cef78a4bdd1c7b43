import { html } from '../lib/preact.js';

const PATHS = {
  sent: 'M3 8.5l3.2 3.2L13 4.8',
  skipped: 'M2.5 8h8M7.5 4.8L10.7 8l-3.2 3.2M13.3 4v8',
  left: 'M5.8 4v8M10.2 4v8',
  failed: 'M4 4l8 8M12 4l-8 8',
  working: 'M3 8.5l3.2 3.2L13 4.8',
  resting: 'M5.8 4v8M10.2 4v8',
  failing: 'M8 2.8v6.6M8 12.6v.4',
};

/** A sign beside a word: it says nothing alone. */
export function Icon({ name }) {
  return html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d=${PATHS[name]} /></svg>`;
}
