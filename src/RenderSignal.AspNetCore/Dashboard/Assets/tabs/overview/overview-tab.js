import { html } from '../../lib/preact.js';

export function OverviewTab() {
  return html`<p></p>`;
}
