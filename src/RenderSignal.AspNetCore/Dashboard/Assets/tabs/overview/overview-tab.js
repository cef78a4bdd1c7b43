import { address } from '../../lib/address.js';
import { html } from '../../lib/preact.js';
import { useStore } from '../../lib/store.js';
import { Figures } from './figures.js';
import { Health } from './health.js';
import { MailDialog } from './mail-dialog.js';
import { MailList } from './mail-list.js';

/** Is it alive, and what happened to that mail, and why? */
export function OverviewTab() {
  const { tab, part } = useStore(address);
  const openId = tab === 'overview' ? part : '';
  return html`
    <${Health} />
    <${Figures} />
    <${MailList} />
    ${openId && html`<${MailDialog} key=${openId} id=${openId} />`}`;
}
