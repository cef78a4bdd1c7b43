import { html } from '../lib/preact.js';
import { t } from '../lib/texts.js';
import { Icon } from './icon.js';

/** What became of mails, in the order in which it is told. */
export const statuses = ['sent', 'skipped', 'left', 'failed'];

/** What became of a mail: sign, word and colour. */
export function MailStatus({ status }) {
  return html`<span class="mail-status ${status}" title=${t(`overview.statusHint.${status}`)}><${Icon} name=${status} />${t(`overview.status.${status}`)}</span>`;
}
