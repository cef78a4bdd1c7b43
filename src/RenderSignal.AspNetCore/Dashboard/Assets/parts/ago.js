import { html } from '../lib/preact.js';
import { t } from '../lib/texts.js';
import { span } from '../lib/span.js';
import { dateTime, useNow } from '../lib/time.js';

/** How long ago something was, with the exact time behind it. */
export function Ago({ instant }) {
  const now = useNow(1000);
  return html`<time datetime=${instant} title=${dateTime(instant)}>${t('overview.ago', { span: span(now - Date.parse(instant)) })}</time>`;
}
