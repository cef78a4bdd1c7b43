import { html } from '../../lib/preact.js';
import { RuntimeFlags } from './runtime-flags.js';

export function ToolsTab() {
  return html`<${RuntimeFlags} />`;
}
