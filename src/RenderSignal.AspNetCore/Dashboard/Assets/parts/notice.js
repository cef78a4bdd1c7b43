import { html } from '../lib/preact.js';

/** @param {string} kind `info`, `success`, `warning` or `error`. */
export function Notice({ kind = 'info', role, children }) {
  return html`<div class="notice ${kind}" role=${role}>${children}</div>`;
}
