import { html } from '../../lib/preact.js';
import { CheckAddress } from './check-address.js';
import { ExportSettings } from './export-settings.js';
import { ImportSettings } from './import-settings.js';
import { MakeScenarios } from './make-scenarios.js';
import { PresenceTest } from './presence-test.js';
import { RunCycle } from './run-cycle.js';
import { RuntimeFlags } from './runtime-flags.js';
import { ServerControl } from './server-control.js';
import { TryMail } from './try-mail.js';

/** What an operator needs most often comes first. */
export function ToolsTab() {
  return html`
    <div class="tools">
      <${RunCycle} />
      <${CheckAddress} />
      <${TryMail} />
      <${PresenceTest} />
      <${RuntimeFlags} />
      <${ExportSettings} />
      <${ImportSettings} />
      <${MakeScenarios} />
      <${ServerControl} />
    </div>`;
}
